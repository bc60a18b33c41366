using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points;

/// <summary>
/// Why is the balance this number? The lots that make it up, each with the posting that opened it and what has been
/// taken from it since; together they are the balance.
/// </summary>
[Needs(MembershipPermissions.ViewMembers), OwnMember]
internal sealed class ExplainBalance(
    MembershipDb db, MemberDesk desk, ILedger ledger, ProgrammeShelf shelf, IBrandDirectory brands, ITexts texts)
    : Query<ExplainBalance.Input, ExplainBalance.Result>
{
    private const int Page = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var member = await desk.IdAsync(call, input.Member, cancel);
        var balances = await ledger.ReadBalancesAsync([member], MembershipUnits.Points, today, cancel);
        var lots = await ledger.ReadLotsAsync(member, MembershipUnits.Points, cancel);
        var words = new PostingWords(await shelf.OfAsync(db, call.RequiredBrand.Id, cancel), texts, call.Caller);
        var origins = await OriginsAsync(member, [.. lots.Select(l => l.Id)], cancel);
        var balance = balances.GetValueOrDefault(member);
        return new Result(
            balance?.Total ?? 0,
            balance?.Usable ?? 0,
            balance?.Pending ?? 0,
            [.. lots.Select(l => Part.Of(l, today, PostingView.Of(origins[l.Id], words, brands)))]);
    }

    // Lots are opened by postings, so the oldest lot says how far back to read.
    private async Task<Dictionary<long, LedgerEntry>> OriginsAsync(Guid member, HashSet<long> lots, CancellationToken cancel)
    {
        var origins = new Dictionary<long, LedgerEntry>();
        long? before = lots.Count == 0 ? null : lots.Max() + 1;
        while (origins.Count < lots.Count)
        {
            var entries = await ledger.ReadEntriesAsync(member, MembershipUnits.Points, before, Page, cancel);
            foreach (var entry in entries.Where(e => lots.Contains(e.Id))) origins[entry.Id] = entry;
            if (entries.Count < Page) break;
            before = entries[^1].Id;
        }

        return origins;
    }

    internal sealed record Input([property: Personal] string Member) : IInput<Result>, IOfMember<Input>
    {
        public Input For(string memberNo) => new(memberNo);
    }

    /// <param name="Total">Usable, pending and lapsed points whose expiry is not posted yet.</param>
    internal sealed record Result(long Total, long Usable, long Pending, IReadOnlyList<Part> Parts);

    /// <param name="Remaining">What the lot contributes to the balance; below zero where more was taken than was there.</param>
    /// <param name="ExpiresOn">Last valid day; absent where it never lapses.</param>
    internal sealed record Part(
        long Granted, long Remaining, DateOnly StartsOn, DateOnly? ExpiresOn, bool Pending, bool Lapsed, PostingView Origin)
    {
        public static Part Of(LedgerLot lot, DateOnly today, PostingView origin) => new(
            lot.Amount, lot.Remaining, lot.StartsOn, lot.ExpiresOn, lot.StartsOn > today, lot.ExpiresOn < today, origin);
    }
}
