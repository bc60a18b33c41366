using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// Where the last quarter counts for the next year too, gives last quarter's gold members their card of the new year. A job
/// runs it each night; once they have it there is nothing to do.
/// </summary>
[Needs(PharmacyPermissions.RunJobs)]
internal sealed class RenewCards(UseCaseEntry entry, IRunProgress progress) : Process<RenewCards.Input, RenewCards.Result>
{
    private const int Most = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (judged, after) = (0L, (Guid?)null);
        do
        {
            var step = await entry.RunAsync(new RenewSome.Input(after, input.Size), call, cancel);
            (judged, after) = (judged + step.Judged, step.Last);
            progress.Report(judged, total: 0);
        }
        while (after is not null);
        return new Result(judged);
    }

    /// <param name="Size">Members judged in one transaction.</param>
    internal sealed record Input(int Size = Most) : IInput<Result>;

    internal sealed record Result(long Judged);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Most);
    }
}

/// <summary>Does so for some members, in one transaction.</summary>
[Needs(PharmacyPermissions.RunJobs)]
internal sealed class RenewSome(PharmacyDb db, ClubRules rules, ClubCards cards) : UseCase<RenewSome.Input, RenewSome.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        if (!(await rules.OnAsync(today, cancel)).Rules.Gold.LastQuarterCountsForNextYear) return new Result(0, null);
        var (year, last) = (today.Year, today.Year - 1);
        var found = db.CardsReached.AsNoTracking()
            .Where(c => c.Year == last && c.Card == ClubCard.Gold && c.WithdrawnAt == null
                && !db.CardsReached.Any(n => n.MemberId == c.MemberId && n.Year == year && n.Card == ClubCard.Gold));
        if (input.After is { } after) found = found.Where(c => c.MemberId > after);
        var due = await found.Select(c => c.MemberId).Distinct().OrderBy(m => m).Take(input.Count).ToListAsync(cancel);
        await cards.JudgeAsync(due, AwardOccasion.Of(call), cancel);
        return new Result(due.Count, due.Count < input.Count ? null : due[^1]);
    }

    internal sealed record Input(Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last member.</param>
    internal sealed record Result(int Judged, Guid? Last);
}
