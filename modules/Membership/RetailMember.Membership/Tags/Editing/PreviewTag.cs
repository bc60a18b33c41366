using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>
/// How many would have a tag today by terms that are not in force, and some of them. Of a large brand it looks at members
/// who are spread evenly over all of it, and says how many it looked at.
/// </summary>
[Needs(MembershipPermissions.EditTags)]
internal sealed class PreviewTag(MembershipDb db, TagFactsReader reader, Objectors objectors)
    : Query<PreviewTag.Input, PreviewTag.Result>
{
    public const int Slices = 20;
    public const int SliceSize = 500;
    private const int MostShown = 10;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (input.Terms.Kind == TagKind.Manual) throw new Refusal("membership.tag-by-hand", RefusalKind.Conflict);
        var day = call.RequiredBrand.DateOf(call.At);
        var active = db.Members.AsNoTracking().Where(m => m.Status == MemberStatus.Active).OrderBy(m => m.Id);
        var total = await active.LongCountAsync(cancel);
        var step = Math.Max(SliceSize, total / Slices);
        long looked = 0, matching = 0;
        var shown = new List<Match>();
        for (long from = 0; from < total; from += step)
        {
            var members = await active.Skip((int)from).Take(SliceSize).ToListAsync(cancel);
            var left = await objectors.AmongAsync([.. members.Select(m => m.Id)], cancel);
            var facts = await reader.OfAsync(members, [input.Terms], call.RequiredBrand, day, cancel);
            looked += members.Count;
            foreach (var member in members.Where(m => !left.Contains(m.Id)))
            {
                var verdict = TagJudge.Judge(input.Terms, facts[member.Id]);
                if (!verdict.Holds) continue;
                matching++;
                if (shown.Count < MostShown)
                    shown.Add(new Match(member.MemberNo, TagWhy.Of(input.Terms.Conditions, verdict.Figures)));
            }
        }

        return new Result(looked, total, matching, looked == 0 ? 0 : (long)Math.Round((decimal)matching * total / looked), shown);
    }

    internal sealed record Input(TagTerms Terms) : IInput<Result>;

    /// <param name="Looked">Members looked at.</param>
    /// <param name="Total">All active members.</param>
    /// <param name="Matching">Of those looked at.</param>
    /// <param name="Estimate">Of all: exact where all were looked at, in proportion otherwise.</param>
    internal sealed record Result(long Looked, long Total, long Matching, long Estimate, IReadOnlyList<Match> Sample);

    internal sealed record Match(string MemberNo, IReadOnlyList<TagWhy> Why);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Terms).SetValidator(new TagTermsRules());
    }
}
