using FluentValidation;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Health;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Own;

/// <summary>A member's own tests and consultations. Nobody else reads them so: not even who is in a group with him.</summary>
[OwnMember]
internal sealed class FindOwnHealth(HealthBook book) : Query<FindOwnHealth.Input, FindOwnHealth.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var me = call.Caller.Id!.Value;
        var records = await book.RecordsAsync(
            me, input.After, input.Size, r => new Row(r.Kind, r.On, r.Free, r.Finding), cancel);
        return new Result(await book.IsAgreedAsync(me, cancel), records.Items, records.Next);
    }

    internal sealed record Input(string? After = null, int Size = Cursor.DefaultSize) : IInput<Result>;

    /// <param name="Agreed">His consent holds.</param>
    /// <param name="Next">Given back as <c>after</c> it leads to older ones; left out: there are none.</param>
    internal sealed record Result(bool Agreed, [property: Personal] IReadOnlyList<Row> Records, string? Next);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }

    /// <param name="Free">Had for nothing, as a benefit.</param>
    internal sealed record Row(HealthRecordKind RecordKind, DateOnly RecordedOn, bool Free, string Finding);
}
