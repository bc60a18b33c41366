using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Reports.Books;

/// <summary>Has a brand's books proven in the background, now.</summary>
[Needs(MembershipPermissions.ViewReports)]
internal sealed class StartBookCheck(MembershipDb db, IBackgroundWork background)
    : UseCase<StartBookCheck.Input, BookCheckView>
{
    /// <summary>A check that has waited for longer was lost with its host, and stands in nobody's way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    protected override async Task<BookCheckView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var asOf = BusinessDays.Of(input.AsOf, brand.DateOf(call.At), "membership.books-day-to-come");
        var since = call.At - Patience;
        if (await db.BookChecks.AnyAsync(c => c.State == BookCheckState.Waiting && c.RequestedAt > since, cancel))
            throw new Refusal("membership.books-check-running", RefusalKind.Conflict);
        var check = new BookCheck
        {
            BrandId = brand.Id,
            AsOf = asOf,
            RequestedBy = call.Caller.Name,
            RequestedAt = call.At,
        };
        db.BookChecks.Add(check);
        await background.EnqueueAsync(new RunBookCheck.Input(check.Id), call, cancel);
        return BookCheckView.Of(check);
    }

    /// <param name="AsOf">Business day; today where it is left out.</param>
    internal sealed record Input(DateOnly? AsOf = null) : IInput<BookCheckView>;
}
