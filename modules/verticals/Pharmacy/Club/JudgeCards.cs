using FluentValidation;
using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// Gives the cards of the year to whoever has reached them unheard: while the club was off, before rules that ask for less,
/// or in the last quarter where that counts for the next year too. A job runs it each night and when the club is switched
/// on, new rules put it in the queue. Who has his card is not looked at again, so a run that broke off goes on where it was.
/// </summary>
[Needs(PharmacyPermissions.RunJobs)]
internal sealed class JudgeCards(UseCaseEntry entry, IRunProgress progress) : Process<JudgeCards.Input, JudgeCards.Result>
{
    private const int Most = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var judged = 0L;
        for (var (reason, after) = (0, (Guid?)null); ;)
        {
            var step = await entry.RunAsync(new JudgeSome.Input(reason, after, input.Size), call, cancel);
            judged += step.Judged;
            progress.Report(judged, total: 0);
            if (step.IsLast) return new Result(judged);
            if (step.Last is null) reason++;
            after = step.Last;
        }
    }

    /// <param name="Size">Members looked at in one transaction.</param>
    internal sealed record Input(int Size = Most) : IInput<Result>;

    internal sealed record Result(long Judged);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Most);
    }
}

/// <summary>Does so for some members who have the points for one of the reasons, in one transaction.</summary>
[Needs(PharmacyPermissions.RunJobs)]
internal sealed class JudgeSome(CardCandidates candidates, ClubCards cards) : UseCase<JudgeSome.Input, JudgeSome.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var reasons = await candidates.ReasonsAsync(call.RequiredBrand.DateOf(call.At), cancel);
        if (input.Reason >= reasons.Count) return new Result(0, null, IsLast: true);
        var found = await candidates.FindAsync(reasons[input.Reason], input.After, input.Count, cancel);
        await cards.JudgeAsync(found.Without, AwardOccasion.Of(call), cancel);
        return new Result(found.Without.Count, found.Last, IsLast: found.Last is null && input.Reason == reasons.Count - 1);
    }

    /// <param name="Reason">Which one, from 0.</param>
    internal sealed record Input(int Reason, Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on with this reason; null: with the next one.</param>
    internal sealed record Result(int Judged, Guid? Last, bool IsLast);
}
