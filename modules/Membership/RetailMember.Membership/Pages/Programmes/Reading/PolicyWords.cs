using RetailMember.Membership.Pages.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>Expiry, refunds and entry in words.</summary>
internal static class PolicyWords
{
    public static IEnumerable<string> Points(this ProgrammeWords words, ProgrammeDocument document)
    {
        yield return words.Expiry(document.Expiry);
        yield return document.PendingDays == 0
            ? words.Sentence("pending.none")
            : words.Sentence("pending.days", document.PendingDays);
        yield return words.Sentence("refund-policy." + EnumCode.Of(document.RefundPolicy));
        yield return words.Sentence("grace", document.GraceDays);
        if (document.PointsMostPercent == 0)
        {
            yield return words.Sentence("points-pay-nothing");
            yield break;
        }

        yield return words.Sentence("points-per-yuan", ProgrammeWords.Plain(document.PointsPerYuan));
        if (document.PointsMostPercent < 100) yield return words.Sentence("points-pay-most", document.PointsMostPercent);
    }

    public static string Transfers(this ProgrammeWords words, TransferPolicy policy)
    {
        if (!policy.Allowed) return words.Sentence("transfers-off");
        return words.Clauses(
        [
            words.Sentence("transfers-from", ProgrammeWords.Plain(policy.LeastPoints)),
            .. policy.DailyMost is { } most ? [words.Sentence("transfers-day", ProgrammeWords.Plain(most))] : Array.Empty<string>(),
            .. policy.LeastDaysLeft > 0 ? [words.Sentence("transfers-lasting", policy.LeastDaysLeft)] : Array.Empty<string>(),
        ]);
    }

    public static string Entry(this ProgrammeWords words, EnrolmentPolicy policy)
    {
        var entry = words.Sentence("enrolment." + EnumCode.Of(policy.Kind), ProgrammeWords.Yuan(policy.AmountFen));
        return words.Clauses(
        [
            entry,
            .. policy.Review ? [words.Sentence("enrolment-reviewed")] : Array.Empty<string>(),
            .. policy.ValidMonths is { } months
                ? [words.Sentence("card-valid", months, ProgrammeWords.Yuan(policy.RenewalFen))]
                : Array.Empty<string>(),
        ]);
    }

    private static string Expiry(this ProgrammeWords words, ExpiryPolicy expiry)
    {
        var kind = words.Sentence("expiry." + EnumCode.Of(expiry.Kind), expiry.Months);
        var resets = expiry.Kind is ExpiryKind.AnniversaryReset or ExpiryKind.CalendarReset;
        return resets && expiry.SettlementDays > 0
            ? words.Clauses([kind, words.Sentence("settlement", expiry.SettlementDays)])
            : kind;
    }
}
