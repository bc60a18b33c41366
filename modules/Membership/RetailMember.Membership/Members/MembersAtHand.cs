using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Members;

/// <summary>The member whom a till names by number, card or mobile, with what a quote and a look-up need of him.</summary>
internal sealed class MembersAtHand(IServiceScopeFactory scopes) : GatheredReads<string, MemberAtHand>(scopes)
{
    protected override async Task<IReadOnlyDictionary<string, MemberAtHand>> ReadAsync(
        IServiceProvider scope, int brandId, IReadOnlyCollection<string> keys)
    {
        var rows = scope.GetRequiredService<IRows>();
        var programmes = await scope.GetRequiredService<ProgrammeShelf>()
            .OfAsync(scope.GetRequiredService<MembershipDb>(), brandId, CancellationToken.None);
        var ids = await scope.GetRequiredService<MemberLookup>().FindAsync(brandId, keys, CancellationToken.None);
        if (ids.Count == 0) return new Dictionary<string, MemberAtHand>();
        var members = await rows.ReadAsync<Member, Guid>(m => m.Id, [.. ids.Values.Distinct()]);
        var persons = await rows.ReadAsync<Person, Guid>(p => p.Id, [.. members.Select(m => m.PersonId).OfType<Guid>()]);
        var personOf = persons.ToDictionary(p => p.Id);
        var found = members.Where(m => m.BrandId == brandId).ToDictionary(
            m => m.Id,
            m => new MemberAtHand(programmes, m, m.PersonId is { } person ? personOf.GetValueOrDefault(person) : null));
        return ids.Where(i => found.ContainsKey(i.Value)).ToDictionary(i => i.Key, i => found[i.Value]);
    }
}

/// <param name="Programmes">Of the brand, as they stood when the member was read.</param>
/// <param name="Member">Others may be looking at the same: take a <see cref="Member.Copy"/> to move him on.</param>
internal sealed record MemberAtHand(BrandProgrammes Programmes, Member Member, Person? Person);
