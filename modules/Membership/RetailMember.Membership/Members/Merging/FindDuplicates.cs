using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members.Merging;

/// <summary>
/// Who may be a member twice: two active members of one name who were born on one day, or whose mobiles differ as a slip
/// of the finger makes them differ, or of whom one is known without a mobile, as by a card alone. Name by name, so a page
/// may be short; it ends where there is no next one.
/// </summary>
[Needs(MembershipPermissions.MergeMembers)]
internal sealed class FindDuplicates(MembershipDb db) : Query<FindDuplicates.Input, PageOf<FindDuplicates.Row>>
{
    private const int NamesakesAtMost = 200;

    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var names = await NamesAsync(Cursor.Read<Place>(input.After)?.Name, input.Size + 1, cancel);
        var more = names.Count > input.Size;
        if (more) names.RemoveAt(input.Size);
        var found = new List<Row>();
        var byName = (await NamesakesAsync(names, cancel)).GroupBy(n => n.Person.NameIndex!);
        foreach (var namesakes in byName.OrderBy(g => g.Key, StringComparer.Ordinal))
            found.AddRange(PairsOf([.. namesakes.OrderBy(n => n.Member.JoinedOn).ThenBy(n => n.Member.Id).Take(NamesakesAtMost)]));
        return new PageOf<Row>(found, more ? Cursor.Write(new Place(names[^1])) : null);
    }

    private Task<List<string>> NamesAsync(string? after, int count, CancellationToken cancel)
    {
        var names = from person in db.People
                    where person.NameIndex != null
                    join member in db.Members on person.Id equals member.PersonId
                    where member.Status == MemberStatus.Active
                    group member by person.NameIndex into named
                    where named.Count() > 1
                    select named.Key;
        if (after is not null) names = names.Where(n => string.Compare(n, after) > 0);
        return names.OrderBy(n => n).Take(count).ToListAsync(cancel);
    }

    private async Task<List<Namesake>> NamesakesAsync(List<string> names, CancellationToken cancel) =>
        await (from person in db.People.AsNoTracking()
               where EF.Parameter(names).Contains(person.NameIndex!)
               join member in db.Members.AsNoTracking() on person.Id equals member.PersonId
               where member.Status == MemberStatus.Active
               select new Namesake(member, person)).ToListAsync(cancel);

    private static IEnumerable<Row> PairsOf(Namesake[] namesakes)
    {
        for (var i = 0; i < namesakes.Length; i++)
            for (var j = i + 1; j < namesakes.Length; j++)
                if (Likeness.Of(namesakes[i].Person, namesakes[j].Person) is { } why)
                    yield return new Row(Side.Of(namesakes[i]), Side.Of(namesakes[j]), why);
    }

    private sealed record Place(string Name);

    internal sealed record Namesake(Member Member, Person Person);

    internal sealed record Input : IInput<PageOf<Row>>
    {
        public string? After { get; init; }

        /// <summary>How many names are looked at.</summary>
        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="Older">Who joined first.</param>
    /// <param name="Because">Code; the text key is <c>membership.duplicates.because.</c> and it.</param>
    internal sealed record Row(Side Older, Side Newer, string Because);

    internal sealed record Side(
        string MemberNo, string? MaskedName, string? MaskedMobile, DateOnly JoinedOn, string TierCode, Money LifetimeSpend)
    {
        public static Side Of(Namesake one) => new(
            one.Member.MemberNo, Members.MaskedName.Of(one.Person.Name),
            one.Person.Mobile is { } mobile ? Members.Mobile.Mask(mobile) : null,
            one.Member.JoinedOn, one.Member.Tier, new Money(one.Member.LifetimeSpendFen));
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
