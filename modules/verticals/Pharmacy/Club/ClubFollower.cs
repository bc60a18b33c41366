using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules.Editing;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// A refund takes back cards that its points had brought to whoever has earned them, and what a member day gave on top of
/// them, inside the refund's own transaction.
/// </summary>
internal sealed class ClubFollower(ClubCards cards, TopUps topUps, ClubRules rules) : IRefundFollower
{
    private const string Module = PharmacyModule.ModuleName;

    public int Order => 400;

    public async Task<IReadOnlyList<RefundLine>> UndoAsync(RefundedReceipt refund, CancellationToken cancel)
    {
        var lines = new List<RefundLine>();
        // The buyer's account moves as well where another has earned: awards and rewards are his.
        foreach (var (member, number) in Concerned(refund).Distinct())
        {
            var taken = await topUps.CorrectAsync(member, refund.BoughtAt, refund.LastPosting, refund.Occasion, cancel);
            if (taken > 0) lines.Add(new RefundLine(Module, "top-up", "pharmacy.top-up", number, taken, 0));
        }

        foreach (var card in await cards.ReviewAsync(refund.Earner, refund.Occasion, cancel))
            lines.Add(new RefundLine(
                Module, "club-card", (await rules.OfVersionAsync(card.Rules, cancel)).TierOf(card.Card), refund.EarnerNo, 0, 0));
        return lines;
    }

    private static IEnumerable<(Guid Member, string Number)> Concerned(RefundedReceipt refund) =>
        [(refund.Earner, refund.EarnerNo), (refund.Member, refund.MemberNo)];
}
