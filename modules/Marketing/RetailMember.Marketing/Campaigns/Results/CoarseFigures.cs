using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments.Rules;

namespace RetailMember.Marketing.Campaigns.Results;

/// <summary>
/// What may be told of a campaign to members who meet sensitive conditions: counts in tens where they are large enough. No
/// amounts: whoever knows one purchase would look for it in their sum.
/// </summary>
internal static class CoarseFigures
{
    public static ReadMessageCampaign.Result Of(ReadMessageCampaign.Result exact)
    {
        var effects = exact.Effects;
        var sent = Told(effects.Sent);
        return exact with
        {
            Decisions =
            [
                .. from decided in exact.Decisions
                   let told = Told(decided.Members)
                   where told is not null
                   select decided with { Members = told.Value },
            ],
            Tallies = TalliesOf(exact.Tallies),
            Effects = new Outcomes(
                sent, Told(effects.Delivered), null, sent is not null && effects.IsAlarming, Told(effects.OptedOut),
                Told(effects.VouchersIssued), Told(effects.VouchersUsed), null, Told(effects.Written), null, Told(effects.HeldOut), null,
                null, null, null),
        };
    }

    private static List<BatchCount> TalliesOf(IReadOnlyList<BatchCount> exact) =>
    [
        .. from tally in exact
           group tally by (tally.State, Reason: SensitiveMessages.Shown(tally.Reason)) into same
           let told = Told(same.Sum(t => t.MessageCount))
           where told is not null
           select new BatchCount(same.Key.State, same.Key.Reason, told.Value, Told(same.Sum(t => t.BilledParts)) ?? 0),
    ];

    private static long? Told(long? members) => members is { } exact ? ToldCount.Coarse(exact).Count : null;
}
