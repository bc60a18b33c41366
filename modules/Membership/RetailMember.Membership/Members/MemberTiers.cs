using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;

namespace RetailMember.Membership.Members;

/// <summary>Tells other modules the tiers of the programme in force.</summary>
internal sealed class MemberTiers(MembershipDb db, ProgrammeShelf shelf, DataSession session, ITexts texts) : IMemberTiers
{
    public async Task<IReadOnlyList<MemberTier>> AtAsync(DateTime utc, CancellationToken cancel)
    {
        var programme = (await shelf.OfAsync(db, session.Brand!.Value, cancel)).FindAt(utc)?.Programme;
        return programme is null
            ? []
            : [.. programme.Ladder.Tiers.Select(t => new MemberTier(t.Code, t.Name.In(texts.Language)))];
    }
}
