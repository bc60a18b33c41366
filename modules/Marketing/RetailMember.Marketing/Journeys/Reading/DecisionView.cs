using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Texts;

namespace RetailMember.Marketing.Journeys.Reading;

/// <summary>Why a member was written to, or not.</summary>
/// <param name="Journey">Its code.</param>
/// <param name="Revision">Number of the version that decided.</param>
/// <param name="MemberNo">Null where he is no member any more.</param>
/// <param name="BusinessDate">Business day of the occasion.</param>
/// <param name="Refusal">Why the voucher was not given.</param>
/// <param name="DecidedAt">UTC.</param>
/// <param name="MessageState">What became of the message; null where there is none.</param>
/// <param name="Reason">Why the message waits or did not go.</param>
internal sealed record DecisionView(
    string Journey, LocalName Name, JourneyTrigger Trigger, int Revision, string? MemberNo, string Occasion, DateOnly BusinessDate,
    JourneyOutcome Verdict, string? Refusal, bool HasVoucher, DateTime DecidedAt, MessageState? MessageState, MessageReason? Reason)
{
    /// <param name="row">The decision with what belongs to it.</param>
    /// <param name="memberNo">Of its member.</param>
    public static DecisionView Of(DecisionRow row, string? memberNo)
    {
        var (decision, terms) = (row.Decision, JourneyTerms.Of(row.Version));
        return new DecisionView(
            row.Journey, terms.Name, terms.Trigger, decision.Number, memberNo, decision.Occasion, decision.On, decision.Outcome,
            decision.Refusal, decision.VoucherId is not null, decision.DecidedAt, row.Message?.State, row.Message?.Reason);
    }
}
