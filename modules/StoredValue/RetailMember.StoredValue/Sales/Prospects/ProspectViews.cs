using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;

namespace RetailMember.StoredValue.Sales.Prospects;

/// <summary>A customer who is to be won, as staff reads it.</summary>
/// <param name="Seller">User name of who is to win him.</param>
/// <param name="ListedBy">Who put him on the list.</param>
/// <param name="ListedOn">Business date.</param>
/// <param name="Until">Last business day on which a purchase counts.</param>
/// <param name="IsOver">That day is past.</param>
/// <param name="MayBeCalled">He agreed to commercial messages; else he is spoken to where he comes by himself.</param>
/// <param name="ContactedOn">Business date of the first time.</param>
/// <param name="Note">What came of it the last time, or why he was given up.</param>
/// <param name="WonSaleNo">Number of the sale by which he was won.</param>
/// <param name="WonOn">Business date.</param>
internal sealed record ProspectView(
    Guid Prospect, string? MemberNo, string Seller, string ListedBy, DateOnly ListedOn, DateOnly Until, ProspectState State,
    bool IsOver, bool MayBeCalled, DateOnly? ContactedOn, string? Note, long? WonSaleNo, DateOnly? WonOn);

/// <summary>Says whom somebody is to win, and how far he is.</summary>
internal sealed class ProspectViews(
    StoredValueDb db, ProspectBook book, IMemberNumbers members, IEnumerable<IMarketingConsents> consents)
{
    public async Task<IReadOnlyList<ProspectView>> OfAsync(
        IReadOnlyList<Prospect> rows, DateOnly today, CancellationToken cancel)
    {
        if (rows.Count == 0) return [];
        Guid[] asked = [.. rows.Select(r => r.MemberId).Distinct()];
        var numbers = await members.OfAsync(asked, cancel);
        var willing = await consents.AgreedAsync(asked, cancel);
        long[] sales = [.. rows.Select(r => r.WonSaleId).OfType<long>()];
        var standing = await book.Wins.Where(s => EF.Parameter(sales).Contains(s.Id)).Select(s => s.Id).ToHashSetAsync(cancel);
        return
        [
            .. rows.Select(r => (Row: r, Won: r.WonSaleId is { } sale && standing.Contains(sale))).Select(x => new ProspectView(
                x.Row.Id, numbers.GetValueOrDefault(x.Row.MemberId), x.Row.Seller, x.Row.ListedBy, x.Row.ListedOn, x.Row.Until,
                StateOf(x.Row, x.Won), x.Row.Until < today, willing.ContainsKey(x.Row.MemberId), x.Row.ContactedOn, x.Row.Note,
                x.Won ? x.Row.WonSaleId : null, x.Won ? x.Row.WonOn : null)),
        ];
    }

    public async Task<ProspectView> OfAsync(Prospect row, DateOnly today, CancellationToken cancel) =>
        (await OfAsync([row], today, cancel))[0];

    /// <summary>Those on a seller's list whose days are not over and whom he has not given up: whoever is still to be
    /// won before who is won, the most urgent first.</summary>
    public async Task<IReadOnlyList<ProspectView>> RunningAsync(Guid seller, DateOnly today, int most, CancellationToken cancel) =>
        await OfAsync(
            await db.Prospects.AsNoTracking().Where(p => p.SellerId == seller && p.GivenUpOn == null && p.Until >= today)
                .OrderBy(p => book.Wins.Any(s => s.Id == p.WonSaleId)).ThenBy(p => p.Until).ThenBy(p => p.Id)
                .Take(most).ToListAsync(cancel),
            today, cancel);

    private static ProspectState StateOf(Prospect row, bool won) => row switch
    {
        _ when won => ProspectState.Won,
        { GivenUpOn: not null } => ProspectState.GivenUp,
        { ContactedOn: not null } => ProspectState.Contacted,
        _ => ProspectState.Open,
    };
}
