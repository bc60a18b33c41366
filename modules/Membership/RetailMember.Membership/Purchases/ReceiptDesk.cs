using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// Judges receipts of one brand one after the other, each seeing what the ones before it did to its member. Nothing is
/// written here: recording and quoting share it.
/// </summary>
internal sealed class ReceiptDesk(
    Brand brand,
    BrandProgrammes programmes,
    IReadOnlyDictionary<string, MemberAtTill> byIdentifier,
    IReadOnlyDictionary<(Guid Buyer, int Store), MemberAtTill> earners)
{
    private readonly QualificationCalendar calendar = new(programmes, brand);

    /// <summary>Some version lets the points held decide how fast they grow.</summary>
    public bool LooksAtBalances => programmes.LookAtBalances;

    /// <summary>The member whom a till means; null where nobody is found.</summary>
    public MemberAtTill? Find(string identifier) => byIdentifier.GetValueOrDefault(identifier);

    /// <summary>What the receipt costs, and earns where money alone pays it. The member stays where he is.</summary>
    /// <param name="form">The receipt.</param>
    /// <param name="call">Who asks.</param>
    /// <param name="ground">What modules say of its price; null: nothing.</param>
    public Outcome<PricedReceipt> Price(ReceiptForm form, CallContext call, PriceGround? ground)
    {
        if (call.Store is not { } store) return No("store.needed", RefusalKind.Invalid);
        var utc = form.At(call);
        if (ReceiptConditions.Against(store, utc, call.At, programmes) is { } wrong)
            return Outcome<PricedReceipt>.Refuse(wrong);
        if (Find(form.Member) is not { } at) return No(MemberRefusals.NotFoundCode, RefusalKind.NotFound);
        if (ReceiptConditions.Against(at.Member.Status) is { } barred) return Outcome<PricedReceipt>.Refuse(barred);
        var version = programmes.At(utc);
        return PriceBy(version, at, form, store, utc, call, ground ?? PriceGround.None);
    }

    /// <summary>What a receipt that was priced just now costs, earns and leads to; the member is moved on by it.</summary>
    /// <param name="tenders">What pays beside money.</param>
    public JudgedReceipt Judge(PricedReceipt priced, IReadOnlyList<SettledTender> tenders)
    {
        var (version, at, utc, day) = (priced.Version, priced.At, priced.OccurredAt, priced.Day);
        var member = at.Member;
        var evaluation = tenders.Count == 0
            ? priced.Evaluation
            : Evaluate(version, at, priced.Local, priced.Store, priced.Form, Tendered(), priced.Ground);
        var late = day < member.PeriodStart;
        var judged = new JudgedReceipt(priced, evaluation, tenders, late ? null : member.MetricsEpoch);
        var latest = LatestVersion(version, member, utc, day);
        member.Lifetime = member.Lifetime.Plus(evaluation.Gained);
        judged.After = late
            ? new LateReceipt(calendar, at, at.RequiredPast).Book(judged, latest, priced.Call.At)
            : MoveOn(judged, latest, priced.Call.At);
        judged.Ladder = latest.Programme.Ladder;
        if (member.LastPurchaseAt is null || utc > member.LastPurchaseAt) member.LastPurchaseAt = utc;
        at.Spend(tenders.Sum(t => t.Use.Points));
        judged.Earner.Grant(evaluation.Lot, evaluation.Points);
        return judged;

        long[] Tendered()
        {
            var byLine = new long[priced.Lines.Length];
            foreach (var tender in tenders)
                for (var i = 0; i < byLine.Length; i++) byLine[i] += tender.Use.LineFen[i];
            return byLine;
        }
    }

    private Outcome<PricedReceipt> PriceBy(
        ProgrammeInForce version, MemberAtTill at, ReceiptForm form, Store store, DateTime utc, CallContext call,
        PriceGround ground)
    {
        var local = brand.LocalOf(utc);
        foreach (var step in QualificationPeriods.Enter(at.Member, DateOnly.FromDateTime(local), calendar, call.At)) at.Step(step);
        var evaluation = Evaluate(version, at, local, store, form, tendered: null, ground);
        if (form.Amount is { } amount && evaluation.PayFen != amount.Fen)
            return No("purchase.lines-do-not-add-up", RefusalKind.Invalid);
        if (form.VoucherAmount.Fen > evaluation.PayFen) return No("purchase.vouchers-exceed-total", RefusalKind.Invalid);
        if (evaluation.CardEnded && form.Tenders.Any(t => t.Kind == PointsTender.Kind))
            return Outcome<PricedReceipt>.Refuse(MemberRefusals.CardEnded(at.Member.MemberNo));
        return Outcome<PricedReceipt>.Answer(
            new PricedReceipt(
                form, call, at, earners.GetValueOrDefault((at.Member.Id, store.Id), at), store, utc, local, version, form.Basket(),
                evaluation, ground));
    }

    private Evaluation Evaluate(
        ProgrammeInForce version, MemberAtTill at, DateTime local, Store store, ReceiptForm form, long[]? tendered,
        PriceGround ground) =>
        version.Programme.Evaluate(
            at.On(DateOnly.FromDateTime(local), calendar),
            new Receipt(local, store.Code, form.Basket(), form.VoucherAmount.Fen, tendered, ground.ListPriceRule, ground.Offers));

    /// <summary>The version that has the last word on the standing: of the newest day known of the member.</summary>
    private ProgrammeInForce LatestVersion(ProgrammeInForce own, Member member, DateTime utc, DateOnly day)
    {
        if (utc < member.LastPurchaseAt) own = programmes.FindAt(member.LastPurchaseAt.Value) ?? own;
        var since = member.PeriodStart > member.TierSince ? member.PeriodStart : member.TierSince;
        if (since <= day || calendar.VersionAt(since) is not { } known) return own;
        return known.EffectiveFrom > own.EffectiveFrom ? known : own;
    }

    private static Standing MoveOn(JudgedReceipt judged, ProgrammeInForce latest, DateTime at)
    {
        var member = judged.At.Member;
        var ladder = latest.Programme.Ladder;
        var held = ladder.Held(member.Tier, member.Metrics);
        var after = ladder.Promote(held, member.Metrics.Plus(judged.Evaluation.Gained));
        member.Metrics = after.Metrics;
        if (after.Tier.Step <= held.Step) return after;
        judged.At.Step(QualificationPeriods.Change(
            member, after.Tier.Code, TierChangeReason.Purchase, latest.Number, at, judged.BusinessDate, judged.Id));
        if (ladder.ResetsOnPromotion) member.MetricsEpoch++;
        return after;
    }

    private static Outcome<PricedReceipt> No(string code, RefusalKind kind) =>
        Outcome<PricedReceipt>.Refuse(new Refusal(code, kind));
}
