using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Members;

/// <summary>A tier as people read it.</summary>
/// <param name="Name">In the caller's language; the code where the programme no longer knows the tier.</param>
internal sealed record TierName(string Code, string Name)
{
    public static TierName Of(string code, Programme? programme, string language) =>
        new(code, programme?.Ladder.Find(code)?.Name.In(language) ?? code);
}
