using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders.Points;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Decides redemptions one after the other, each seeing what the ones before it took of points, stock and limits. What it
/// takes counts once the books are saved.
/// </summary>
internal sealed class RedeemDesk(
    IReadOnlyDictionary<string, MemberSummary> members,
    IReadOnlySet<Guid> ended,
    IReadOnlyDictionary<string, Offer> offers,
    VisitBook visits,
    QuotaBook quotas,
    StockBook stocks,
    PointsBook points,
    SecretCode codes,
    DateOnly today)
{
    public Outcome<RedemptionUnderway> Decide(Redeem.Input input, CallContext call)
    {
        if (call.Store is { } store && !store.WasOpenAt(call.At))
            return No("store.closed", RefusalKind.Conflict, ("store", store.Code));
        if (!members.TryGetValue(input.Member, out var member)) return No(MemberRefusals.NotFoundCode, RefusalKind.NotFound);
        if (!member.IsActive) return No(MemberRefusals.NotActiveCode, RefusalKind.Conflict, ("memberNo", member.MemberNo));
        if (ended.Contains(member.Id)) return No(MemberRefusals.CardEnded(member.MemberNo));
        if (!offers.TryGetValue(input.Reward, out var offer)) return No(RewardRefusals.NotOffered, RefusalKind.NotFound);
        var visit = visits.Of(member, call.Store?.Code);
        if (offer.Fault(visit) is { } fault) return No(fault);
        if (offer.Terms.Stock == StockKind.PerStore && call.Store is null) return No("store.needed", RefusalKind.Invalid);
        if (input.Pieces > 1 && offer.Terms.Kind != RewardKind.Goods) return No("redemption.one-at-a-time", RefusalKind.Invalid);

        var limits = offer.Limits(member.Id, today).ToList();
        if (limits.Exists(l => quotas.Taken(l.Key) + input.Pieces > l.Most)) return No(RewardRefusals.LimitReached, RefusalKind.Conflict);

        // A receipt opens a price for one piece.
        var price = offer.PriceFor(visit, key => input.Pieces == 1 && quotas.Taken(key) == 0);
        var redemption = new RedemptionUnderway(member, offer, price, input.Pieces, call) { Pooled = input.Pooled };
        return redemption.Points == input.Points
            ? Take(redemption, limits)
            : No(RewardRefusals.PriceChanged, RefusalKind.Conflict, ("points", redemption.Points), ("shown", input.Points));
    }

    private Outcome<RedemptionUnderway> Take(RedemptionUnderway redemption, List<(QuotaKey Key, int Most)> limits)
    {
        var (member, offer, price, pieces, call) = redemption;
        var available = points.Available(member.Id, redemption.Pooled);
        if (available < redemption.Points) return No(PointsBook.TooFew(available, redemption.Points));
        var place = Stocks.PlaceOf(offer.Terms.Stock, call.Store?.Id);
        if (!stocks.TryTake(offer.RewardId, place, pieces)) return No(RewardRefusals.OutOfStock, RefusalKind.Conflict);
        redemption.Shares = points.Split(member.Id, redemption.Pooled, redemption.Points);
        redemption.Order = Make(redemption, place, string.Join(' ', limits.Select(l => l.Key.Period)));
        if (points.Take(redemption) is { } no)
        {
            stocks.GiveBack(offer.RewardId, place, pieces);
            return No(no);
        }

        foreach (var (key, most) in limits) quotas.TryTake(key, pieces, most);
        if (price.Opened is { } receipt) quotas.TryTake(receipt, 1, 1);
        return Outcome<RedemptionUnderway>.Answer(redemption);
    }

    private RewardOrder Make(RedemptionUnderway redemption, int? place, string periods)
    {
        var code = SecretCode.Draw();
        var terms = redemption.Offer.Terms;
        var isGoods = terms.Kind == RewardKind.Goods;
        return new RewardOrder
        {
            Id = Guid.CreateVersion7(),
            BrandId = redemption.Call.RequiredBrand.Id,
            MemberId = redemption.Member.Id,
            RewardId = redemption.Offer.RewardId,
            Kind = terms.Kind,
            EditionId = redemption.Offer.EditionId,
            StoreId = redemption.Call.Store?.Id,
            StockPlace = place,
            Pieces = redemption.Pieces,
            Points = redemption.Points,
            Pooled = redemption.Shares.Any(s => s.Member != redemption.Member.Id),
            PriceCode = redemption.Price.Code,
            ReceiptId = redemption.Price.Opened?.Subject,
            ReceiptLeastFen = redemption.Price.LeastFen,
            Periods = periods,
            State = isGoods ? RewardOrderState.Reserved : RewardOrderState.Collected,
            Code = code,
            CodeIndex = codes.IndexOf(code, OrderTables.CodePurpose)!,
            OrderedOn = today,
            HeldUntil = today.AddDays(isGoods ? terms.HoldDays - 1 : 0),
            OrderedAt = redemption.Call.At,
            // What needs no hand-out is handed out by whoever redeems it: somebody else approves its return.
            HandedOutBy = isGoods ? null : redemption.Call.Caller.Id,
            ClosedAt = isGoods ? null : redemption.Call.At,
        };
    }

    private static Outcome<RedemptionUnderway> No(string code, RefusalKind kind, params (string, object?)[] facts) =>
        No(new Refusal(code, kind, facts));

    private static Outcome<RedemptionUnderway> No(Refusal refusal) => Outcome<RedemptionUnderway>.Refuse(refusal);
}

/// <summary>A redemption that may go through.</summary>
internal sealed record RedemptionUnderway(MemberSummary Member, Offer Offer, Price Price, int Pieces, CallContext Call)
{
    public long Points => checked(Price.Points * Pieces);

    /// <summary>Whether others' points may pay too.</summary>
    public bool Pooled { get; init; }

    public RewardOrder Order { get; set; } = null!;

    /// <summary>Who pays how many points.</summary>
    public IReadOnlyList<PointsShare> Shares { get; set; } = [];

    /// <summary>What the member can spend after it, of his own.</summary>
    public long Balance { get; set; }

    /// <summary>What others pay of it.</summary>
    public IEnumerable<RewardOrderShare> OthersShares() => Shares.Where(s => s.Member != Member.Id).Select(s =>
        new RewardOrderShare { OrderId = Order.Id, MemberId = s.Member, BrandId = Order.BrandId, Points = s.Points });
}
