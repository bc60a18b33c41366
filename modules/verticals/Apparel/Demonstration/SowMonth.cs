using RetailMember.Apparel.Data;
using RetailMember.Apparel.Ladder;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Apparel.Tasks;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Demonstration;

/// <summary>
/// A month of the demonstration's ladder as it stood on a day: rungs that were reached, most of them fetched, and the calls
/// that stores owed for purchases of the last days.
/// </summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class SowMonth(
    LadderBook book, LadderDesk desk, TaskDesk tasks, ApparelRules rules, IMemberFiles files, IMemberReceipts receipts,
    IMemberAwards awards, IGifts gifts)
    : UseCase<SowMonth.Input, SowMonth.Result>
{
    private const int MostMembers = 500;
    private const int CallDays = 12;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var month = LadderBook.MonthOf(input.On);
        var now = LadderOccasion.Of(call) with { On = input.On };
        var calls = (await rules.NowAsync(cancel)).On(ServiceTrigger.Purchase).ToList();
        var members = await files.WalkAsync(new MemberSegment([]), null, MostMembers, cancel);
        await awards.HoldAsync([.. members.Select(m => m.Id)], cancel);
        var rungs = 0;
        foreach (var (i, member) in members.Index())
        {
            var bought = await receipts.OfSpanAsync(member.Id, month, input.On, leastMoneyFen: 0, cancel);
            if (bought.Count == 0) continue;
            await book.EnterAsync(bought.Select(r => (r.Id, member.Id, r.On)), cancel);
            var moves = await desk.SettleAsync(member.Id, month, now, cancel);
            rungs += moves.Count;
            if (i % 3 != 0) await FetchAsync([.. moves.Where(m => m.Given).Select(m => m.Rung).Take(2)], now, cancel);
            await CallAsync(calls.Where(s => s.IsFor(member.Tier)), bought.Where(r => r.On > input.On.AddDays(-CallDays)), member);
        }

        return new Result(rungs);

        // Raised as on the day of the purchase: some are late by now.
        async Task CallAsync(IEnumerable<ServiceTerms> services, IEnumerable<MemberReceipt> bought, MemberSummary member)
        {
            foreach (var receipt in bought)
                await tasks.RaiseAsync(
                    services.Select(s => new TaskReason(
                        s, member.Id, receipt.StoreId, receipt.On, TaskDesk.SourceOf(TaskReason.Purchase, receipt.Id, s.Code))),
                    receipt.On, cancel);
        }
    }

    private async Task FetchAsync(IReadOnlyList<EarnedRung> rungs, VoucherOccasion now, CancellationToken cancel)
    {
        await gifts.RevokeAsync([.. rungs.Select(r => new GiftRevocation(r.GiftKey, "demonstration", now))], cancel);
        await gifts.GrantAsync(
            [
                .. rungs.Select(r => new GiftGrant(
                    r.GiftKey, r.MemberId, GiftContents.OfVouchers(r.Voucher), "apparel.ladder", now with { StoreId = r.StoreId })),
            ],
            cancel);
    }

    internal sealed record Input(DateOnly On) : IInput<Result>;

    internal sealed record Result(int Rungs);
}
