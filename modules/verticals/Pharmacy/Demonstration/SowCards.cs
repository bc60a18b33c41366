using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Pharmacy.Club;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Demonstration;

/// <summary>The demonstration's cards as they stood on a day, by what had been bought until then.</summary>
[Needs(PharmacyPermissions.RunJobs)]
internal sealed class SowCards(ClubCards cards, IMemberFiles files) : UseCase<SowCards.Input, SowCards.Result>
{
    private const int Most = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var evening = call.RequiredBrand.UtcOf(input.On.ToDateTime(new TimeOnly(21, 0)));
        var members = await files.WalkAsync(new MemberSegment([]), null, Most, cancel);
        await cards.JudgeAsync(
            [.. members.Select(m => m.Id)],
            new AwardOccasion(evening < call.At ? evening : call.At, input.On, call.Caller.Name), cancel);
        return new Result(members.Count);
    }

    internal sealed record Input(DateOnly On) : IInput<Result>;

    internal sealed record Result(int Judged);
}
