using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Segments.Editing;

/// <summary>
/// How many members a tree of conditions has at this moment, some of them, and what a message of one part to each would
/// cost. Names and numbers are not told: whoever needs them asks for the member. Where a condition asks of sensitive data,
/// nothing of it is told: whoever may ask as often as he likes gets behind any rounding.
/// </summary>
[Needs(MarketingRights.ViewSegments)]
internal sealed class PreviewSegment(
    SegmentBook book, IKeySets sets, IMemberFiles files, IMemberTiers tiers, PackageBook packages)
    : Query<PreviewSegment.Input, PreviewSegment.Result>
{
    public const int SampleSize = 10;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var known = await book.OpenAsync(cancel);
        known.Check(input.Members, "members");
        if (known.IsSensitive(input.Members)) return new Result(null, null, []);
        var set = known.Compile(input.Members, call.RequiredBrand.DateOf(call.At));
        var (count, first) = await sets.CountAsync(set, SampleSize, cancel);
        var members = await files.ReadAsync(first, cancel);
        var names = (await tiers.AtAsync(call.At, cancel)).ToDictionary(t => t.Code, t => t.Name);
        return new Result(
            count, await packages.EstimateAsync(count, cancel),
            [
                .. first.Where(members.ContainsKey).Select(id => members[id])
                    .Select(m => new Sample(m.MemberNo, m.Tier, names.GetValueOrDefault(m.Tier, m.Tier), m.JoinedOn)),
            ]);
    }

    internal sealed record Input(SegmentGroup Members) : IInput<Result>;

    /// <param name="Count">Null: a condition asks of sensitive data.</param>
    /// <param name="CostEstimate">Of so many messages, out of the packages that are there; null where the count is.</param>
    /// <param name="SampleMembers">A few of them; none where there is no count.</param>
    internal sealed record Result(long? Count, CostEstimate? CostEstimate, IReadOnlyList<Sample> SampleMembers);

    /// <param name="TierName">Its code where the programme in force does not know it.</param>
    internal sealed record Sample(string MemberNo, string TierCode, string TierName, DateOnly JoinedOn);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Members).SetValidator(new SegmentGroupRules());
    }
}
