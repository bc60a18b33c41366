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
    Brand brand, BrandProgrammes programmes, IReadOnlyDictionary<string, MemberAtTill> byIdentifier)
{
    /// <summary>How far a till's clock may be ahead.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    /// <summary>What the receipt costs, earns and leads to; the member is moved on by it.</summary>
    public Outcome<JudgedReceipt> Judge(ReceiptForm form, CallContext call)
    {
        if (call.Store is not { } store) return No("store.needed", RefusalKind.Invalid);
        if (!byIdentifier.TryGetValue(form.Member, out var at))
            return No("membership.member-not-found", RefusalKind.NotFound);
        if (at.Member.Status != MemberStatus.Active) return No("membership.member-not-active", RefusalKind.Conflict);
        var utc = form.At(call);
        if (utc > call.At + ClockTolerance) return No("purchase.in-the-future", RefusalKind.Invalid);
        if (programmes.FindAt(utc) is not { } version) return No("membership.no-programme", RefusalKind.Conflict);
        return JudgeBy(version, at, form, store, utc, call);
    }

    private Outcome<JudgedReceipt> JudgeBy(
        ProgrammeInForce version, MemberAtTill at, ReceiptForm form, Store store, DateTime utc, CallContext call)
    {
        var local = brand.LocalOf(utc);
        var member = at.Member;
        at.TierChanges.AddRange(QualificationPeriods.Enter(member, DateOnly.FromDateTime(local), version, brand, call.At));
        var ladder = version.Programme.Ladder;
        var inPeriod = DateOnly.FromDateTime(local) >= member.PeriodStart;
        var receipt = new Receipt(local, store.Code, form.Basket(), form.VoucherAmount.Fen);
        var evaluation = version.Programme.Evaluate(at.State, receipt);
        if (form.Amount is { } amount && evaluation.PayFen != amount.Fen)
            return No("purchase.lines-do-not-add-up", RefusalKind.Invalid);
        if (form.VoucherAmount.Fen > evaluation.PayFen) return No("purchase.vouchers-exceed-total", RefusalKind.Invalid);

        var judged = new JudgedReceipt(form, call, at, store, utc, version, evaluation, inPeriod ? member.MetricsEpoch : null);
        if (inPeriod) MoveOn(judged, call.At);
        member.LifetimeSpendFen = checked(member.LifetimeSpendFen + evaluation.EarningFen);
        member.LifetimePurchases++;
        if (member.LastPurchaseAt is null || utc > member.LastPurchaseAt) member.LastPurchaseAt = utc;
        at.PointsBalance += evaluation.Points;
        return Outcome<JudgedReceipt>.Answer(judged);
    }

    private static void MoveOn(JudgedReceipt judged, DateTime at)
    {
        var (member, evaluation) = (judged.At.Member, judged.Evaluation);
        member.Metrics = evaluation.After.Metrics;
        if (!evaluation.IsPromotion) return;
        judged.At.TierChanges.Add(QualificationPeriods.Change(
            member, evaluation.After.Tier.Code, TierChangeReason.Purchase, judged.Version.Number, at,
            judged.BusinessDate, judged.Id));
        if (judged.Version.Programme.Ladder.ResetsOnPromotion) member.MetricsEpoch++;
    }

    private static Outcome<JudgedReceipt> No(string code, RefusalKind kind) =>
        Outcome<JudgedReceipt>.Refuse(new Refusal(code, kind));
}

/// <summary>A member as a batch of receipts finds and leaves him.</summary>
internal sealed class MemberAtTill(Member member, DateOnly? birthday, long pointsBalance)
{
    public Member Member { get; } = member;

    /// <summary>Points held; read only where the programme has balance bands.</summary>
    public long PointsBalance { get; set; } = pointsBalance;

    /// <summary>Steps up and down on the way, oldest first.</summary>
    public List<TierChange> TierChanges { get; } = [];

    public MemberState State => new()
    {
        Tier = Member.Tier,
        PointsBalance = PointsBalance,
        Metrics = Member.Metrics,
        Birthday = birthday,
        JoinedOn = Member.JoinedOn,
    };
}
