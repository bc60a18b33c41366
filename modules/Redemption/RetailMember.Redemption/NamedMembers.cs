using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Redemption;

/// <summary>Members that somebody lists by number, card or mobile: all of them must be there.</summary>
internal static class NamedMembers
{
    /// <summary>The list, as inputs call it.</summary>
    public const string Field = "members";

    public const string Unknown = "redemption.member-unknown";

    private const int MostTold = 100;

    /// <summary>
    /// The members, each once, in rising order of their keys. Refuses with <c>redemption.members-not-found</c> and how many are
    /// not, and names the first hundred of those with their place in the list, from 1.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> NamedAsync(
        this IMemberFiles files, IReadOnlyList<string> identifiers, CancellationToken cancel)
    {
        if (identifiers.Count == 0) return [];
        var found = await files.FindAsync([.. identifiers.Distinct()], cancel);
        var unknown = identifiers.Index().Where(i => !found.ContainsKey(i.Item)).ToList();
        if (unknown.Count == 0) return [.. found.Values.Select(m => m.Id).Distinct().Order()];
        throw Refusal.Invalid(
        [
            new FieldFault(Field, "redemption.members-not-found", ("count", unknown.DistinctBy(u => u.Item).Count())),
            .. unknown.Take(MostTold).Select(u => new FieldFault(
                $"{Field}[{u.Index}]", Unknown, ("line", u.Index + 1), ("member", u.Item))),
        ]);
    }
}
