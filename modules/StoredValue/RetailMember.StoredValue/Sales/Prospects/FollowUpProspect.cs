using FluentValidation;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Prospects;

/// <summary>
/// Writes down that somebody has spoken to a customer on his own list, or gives him up. That he is won nobody says: he is
/// when he has a card in his hand in time.
/// </summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class FollowUpProspect(ProspectBook book, ProspectViews views) : UseCase<FollowUpProspect.Input, ProspectView>
{
    protected override async Task<ProspectView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var row = await book.HoldRunningAsync(input.Prospect, OwnerOnly(call), call, cancel);
        row.Note = input.Note;
        if (input.GiveUp) row.GivenUpOn = today;
        else row.ContactedOn ??= today;
        return await views.OfAsync(row, today, cancel);
    }

    private static Func<Prospect, bool> OwnerOnly(CallContext call) =>
        row => call.Caller is { Kind: CallerKind.Person, Id: { } own } && row.SellerId == own;

    internal sealed record Input(Guid Prospect, string Note) : IInput<ProspectView>
    {
        /// <summary>He is not to be won: another list can have him.</summary>
        public bool GiveUp { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Note).NotEmpty().MaximumLength(SalesTables.ReasonLength);
    }
}
