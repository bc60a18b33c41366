using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Reports.Books;

/// <summary>The proofs of the brand's books, newest first.</summary>
[Needs(MembershipPermissions.ViewReports)]
internal sealed class FindBookChecks(MembershipDb db) : Query<FindBookChecks.Input, PageOf<BookCheckView>>
{
    protected override async Task<PageOf<BookCheckView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var size = Math.Clamp(input.Size, 1, Cursor.LargestSize);
        var checks = db.BookChecks.AsNoTracking();
        if (Cursor.Read<Place>(input.After) is { } after) checks = checks.Where(c => c.RequestedAt < after.RequestedAt);
        var found = await checks.OrderByDescending(c => c.RequestedAt).Take(size + 1).ToListAsync(cancel);
        return PageOf<BookCheckView>.Of(found, size, c => new Place(c.RequestedAt), BookCheckView.Of);
    }

    internal sealed record Input(string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<BookCheckView>>;

    private sealed record Place(DateTime RequestedAt);
}
