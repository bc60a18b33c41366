using Microsoft.Extensions.Logging;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Segments;
using RetailMember.Redemption;
using RetailMember.Values;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>Gives the vouchers that go with a journey's messages, once for each decision.</summary>
internal sealed partial class JourneyVouchers(
    IVouchers vouchers, IGiftChoices choices, JourneySegments segments, ILogger<JourneyVouchers> log)
{
    public const string KeyPrefix = "journey:";

    private const string Amount = "voucherAmount";
    private const string Name = "voucherName";
    private const string Until = "voucherUntil";

    /// <summary>Whether a variable of the words is told by the voucher.</summary>
    public static bool Tells(string variable) => variable is Amount or Name or Until;

    /// <summary>
    /// In the order of the cases; empty where the journey gives nothing. All are refused while its segment has sensitive
    /// conditions, as it may have since the journey was put in force: the vouchers would name its members.
    /// </summary>
    public async Task<IReadOnlyList<VoucherIssueOutcome>> GiveAsync(
        JourneyInForce journey, IReadOnlyList<JourneyCase> cases, VoucherOccasion occasion, CancellationToken cancel)
    {
        if (journey.Terms.Voucher is not { } definition || cases.Count == 0) return [];
        if ((await segments.AgainAsync(journey, cancel)).Meant is not null)
        {
            Barred(log, journey.Code);
            return [.. cases.Select(_ => new VoucherIssueOutcome(null, Replayed: false, VoucherSegments.Refused))];
        }

        return await vouchers.IssueAsync(
            [
                .. cases.Select(c => new VoucherIssue(
                    KeyPrefix + c.Id.ToString("N"), definition, c.Member.Id, VoucherReasons.Told, occasion)),
            ],
            cancel);
    }

    /// <summary>Fills in what the words say of them.</summary>
    /// <param name="asked">The variables that the words name.</param>
    public async Task<Action<Dictionary<string, string>, IssuedVoucher>> WordsAsync(
        JourneyInForce journey, IReadOnlySet<string> asked, DateOnly today, CancellationToken cancel)
    {
        if (journey.Terms.Voucher is not { } definition) return (_, _) => { };
        var name = (await choices.AtAsync(today, cancel))
            .FirstOrDefault(c => c.Kind == GiftChoiceKind.Voucher && c.Code == definition)?.Name ?? definition;
        return (values, voucher) =>
        {
            if (asked.Contains(Amount)) values[Amount] = JourneyWords.Of(new Money(voucher.FaceFen));
            if (asked.Contains(Name)) values[Name] = name;
            if (asked.Contains(Until) && voucher.ExpiresOn is { } last) values[Until] = JourneyWords.Of(last);
        };
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Journey {Journey} writes to nobody: it gives a voucher, and its segment has sensitive conditions")]
    private static partial void Barred(ILogger log, string journey);
}
