using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>Gives one rule's gifts of one day to some members: one transaction's share of the job.</summary>
[Needs(RedemptionPermissions.RunJobs)]
internal sealed class GiveGiftsOfDay(RedemptionDb db, IMemberFiles files, GiftJudge judge)
    : UseCase<GiveGiftsOfDay.Input, GiveGiftsOfDay.Result>
{
    private const int MostYears = 100;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await NextAsync(input, cancel) is not var (rule, terms)) return new Result(true, null, null, 0);
        var day = rule.DoneUntil?.AddDays(1) ?? terms.From;
        var after = rule.Code == input.Rule ? input.After : null;
        var segment = terms.Reason == GiftReason.Birthday
            ? new MemberSegment(terms.Tiers) { BirthdayOnOneOf = [day] }
            : new MemberSegment(terms.Tiers) { JoinedOnOneOf = JoinedOn(terms, day) };
        var members = await files.WalkAsync(segment, after, input.Limit, cancel);
        await judge.JudgeAsync(
            [.. members.Select(m => new GiftCause(m.Id, terms.Reason, day))], call.Occasion(), cancel);
        if (members.Count == input.Limit) return new Result(false, rule.Code, members[^1].Id, members.Count);
        rule.DoneUntil = day;
        return new Result(false, null, null, members.Count);
    }

    /// <summary>A rule that has a day to look at, up to today and to its own last day.</summary>
    private async Task<(GiftRule Rule, GiftTerms Terms)?> NextAsync(Input input, CancellationToken cancel)
    {
        var active = await db.GiftRules.Where(r => r.State == GiftRuleState.Active).OrderBy(r => r.Code).ToListAsync(cancel);
        foreach (var rule in active)
        {
            var terms = KnownGiftRule.TermsOf(rule);
            var last = terms.To < input.AsOf ? terms.To.Value : input.AsOf;
            if (terms.Reason is GiftReason.Anniversary or GiftReason.Birthday
                && (rule.DoneUntil?.AddDays(1) ?? terms.From) <= last)
                return (rule, terms);
        }

        return null;
    }

    /// <summary>The days of joining whose anniversary it is; 29 February has it on the 28th in other years.</summary>
    private static List<DateOnly> JoinedOn(GiftTerms terms, DateOnly day)
    {
        var days = new List<DateOnly>();
        foreach (var years in terms.Years is { } one ? [one] : Enumerable.Range(1, MostYears))
        {
            var joined = day.AddYears(-years);
            if (day is { Month: 2, Day: 29 } && joined.Day == 28) continue;
            days.Add(joined);
            if (day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year) && DateTime.IsLeapYear(joined.Year))
                days.Add(joined.AddDays(1));
        }

        return days;
    }

    /// <param name="Rule">Of the step before, where its day was not done.</param>
    /// <param name="After">The last member of the step before.</param>
    internal sealed record Input(DateOnly AsOf, string? Rule, Guid? After, int Limit) : IInput<Result>;

    /// <param name="Done">Nothing was left to do.</param>
    internal sealed record Result(bool Done, string? Rule, Guid? After, int Members);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 5_000);
    }
}
