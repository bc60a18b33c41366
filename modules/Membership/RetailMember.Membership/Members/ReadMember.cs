using RetailMember.Membership.Members.Renewal;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members;

/// <summary>A member's file, masked: tier and the way to the next one, balances with their lots, cards.</summary>
[Needs(MembershipPermissions.ViewMembers), OwnMember]
internal sealed class ReadMember(
    MembershipDb db, MemberDesk desk, ProgrammeShelf shelf, ILedger ledger, IBrandDirectory brands, ITexts texts)
    : Query<ReadMember.Input, ReadMember.Result>
{
    private const int SoonDays = 30;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        var id = await desk.IdAsync(call, input.Member, cancel);
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == id, cancel);
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var programme = programmes.FindAt(call.At)?.Programme;
        // As his next purchase will find him, though the nightly review may not have come by yet.
        if (programme is not null && member.Status == MemberStatus.Active)
            QualificationPeriods.Enter(member, today, new QualificationCalendar(programmes, brand), call.At);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == member.PersonId, cancel);
        var cards = await db.Credentials.AsNoTracking().Where(c => c.MemberId == member.Id)
            .OrderBy(c => c.BoundAt).Select(c => new Card(c.Value, c.Kind)).ToListAsync(cancel);
        var points = await BalanceAsync(member.Id, MembershipUnits.Points, today, cancel);
        var growth = await BalanceAsync(member.Id, MembershipUnits.Growth, today, cancel);
        var lots = await ledger.ReadLotsAsync(member.Id, MembershipUnits.Points, cancel);
        return new Result
        {
            MemberNo = member.MemberNo,
            MaskedName = MaskedName.Of(person?.Name),
            MaskedMobile = person?.Mobile is { } mobile ? Mobile.Mask(mobile) : null,
            Status = member.Status,
            JoinedOn = member.JoinedOn,
            StoreCode = member.StoreId is { } store ? brands.FindStore(store)?.Code : null,
            Tier = TierName.Of(member.Tier, programme, texts.Language),
            TierSince = member.TierSince,
            Progress = programme is null ? null : TierProgress.Of(member, programme, today, texts.Language),
            LifetimeSpend = new Money(member.LifetimeSpendFen),
            LifetimePurchases = member.LifetimePurchases,
            LastPurchaseAt = member.LastPurchaseAt,
            Balances = [points, growth],
            Lots = [.. lots.Select(l => Lot.Of(l, today))],
            ExpiringSoon = lots.Where(l => ExpiresSoon(l, today)).Sum(l => l.Remaining),
            Cards = cards,
            CardTerm = CardTerm.Of(member, programme?.Document.Enrolment, today),
        };
    }

    private async Task<Balance> BalanceAsync(Guid member, string unit, DateOnly today, CancellationToken cancel)
    {
        var balances = await ledger.ReadBalancesAsync([member], unit, today, cancel);
        return balances.TryGetValue(member, out var b)
            ? new Balance(unit, b.Usable, b.Pending, b.NextExpiry, b.NextExpiryAmount)
            : new Balance(unit, 0, 0, null, 0);
    }

    private static bool ExpiresSoon(LedgerLot lot, DateOnly today) =>
        lot.StartsOn <= today && lot.ExpiresOn is { } last && last >= today && last <= today.AddDays(SoonDays) && lot.Remaining > 0;

    /// <param name="Member">Member number, card or mobile.</param>
    internal sealed record Input([property: Personal] string Member) : IInput<Result>, IOfMember<Input>
    {
        public Input For(string memberNo) => new(memberNo);
    }

    internal sealed record Result
    {
        public required string MemberNo { get; init; }

        public string? MaskedName { get; init; }

        public string? MaskedMobile { get; init; }

        public required MemberStatus Status { get; init; }

        public required DateOnly JoinedOn { get; init; }

        /// <summary>Code of the store that enrolled the member.</summary>
        public string? StoreCode { get; init; }

        public required TierName Tier { get; init; }

        public required DateOnly TierSince { get; init; }

        /// <summary>Absent while the brand has no programme in force.</summary>
        public TierProgress? Progress { get; init; }

        /// <summary>Yuan, refunds taken off.</summary>
        public required Money LifetimeSpend { get; init; }

        public required long LifetimePurchases { get; init; }

        /// <summary>UTC.</summary>
        public DateTime? LastPurchaseAt { get; init; }

        /// <summary>Points, then growth value.</summary>
        public required IReadOnlyList<Balance> Balances { get; init; }

        /// <summary>Lots of points that still hold something, first to expire first.</summary>
        public required IReadOnlyList<Lot> Lots { get; init; }

        /// <summary>Usable points that lapse within thirty days.</summary>
        public required long ExpiringSoon { get; init; }

        public required IReadOnlyList<Card> Cards { get; init; }

        /// <summary>Absent where cards have no end.</summary>
        public CardTerm? CardTerm { get; init; }
    }

    /// <param name="Usable">Today; below zero where a refund took more than was there.</param>
    /// <param name="Pending">Usable on a later day.</param>
    /// <param name="NextExpiry">Last valid day of what lapses first.</param>
    internal sealed record Balance(string Unit, long Usable, long Pending, DateOnly? NextExpiry, long NextExpiryAmount);

    /// <param name="Posting">The ledger entry that opened it.</param>
    /// <param name="ExpiresOn">Last valid day; absent where it never lapses.</param>
    internal sealed record Lot(
        long Posting, long Granted, long Remaining, DateOnly StartsOn, DateOnly? ExpiresOn, bool Pending, bool Lapsed)
    {
        public static Lot Of(LedgerLot lot, DateOnly today) => new(
            lot.Id, lot.Amount, lot.Remaining, lot.StartsOn, lot.ExpiresOn, lot.StartsOn > today, lot.ExpiresOn < today);
    }

    internal sealed record Card(string Number, CredentialKind Kind);
}
