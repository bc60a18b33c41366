using FluentValidation;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>Opens lots that members bring along: one transaction's share of an import.</summary>
[Needs(MembershipPermissions.Import)]
internal sealed class OpenLots(LotIntake intake) : UseCase<OpenLots.Input, OpenLots.Result>
{
    public const int Most = 5_000;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await intake.OpenAsync(input.Rows, call, cancel));

    internal sealed record Input(IReadOnlyList<LotRow> Rows) : IInput<Result>;

    /// <param name="Rows">One outcome a row, in the same place.</param>
    internal sealed record Result(IReadOnlyList<RowOutcome> Rows);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Rows).Must(rows => rows.Count is > 0 and <= Most).WithErrorCode("field.too-many");
    }
}
