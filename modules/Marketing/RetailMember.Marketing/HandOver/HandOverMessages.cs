using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Jobs;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Gateways;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Receipts;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Templates;
using RetailMember.UseCases;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Hands a brand's due messages over, lane by lane, until none is left or its time is up; the next run goes on. In each
/// round it claims messages and writes down that they are about to go, in one transaction; carries them outside of any; and
/// writes down what came of it. It may be killed anywhere, and several hosts may do it at once.
/// </summary>
[Needs(MarketingRights.HandOver)]
internal sealed class HandOverMessages(
    MarketingDb db, DataSession session, IRows rows, MessageQueue queue, MessageClaim claim, TemplateShelf templates,
    LetterWriters writers, GatewayChoice gateways, QuietHours hours, SensitiveSegments segments, Decisions decisions,
    Carrier carrier, OutcomeBook outcomes, GatewayAbsence absence, EarlyReceipts early, VoucherSegments rewarded, CampaignParts parts,
    IRunProgress progress, TimeProvider time)
    : Process<HandOverMessages.Input, HandOverMessages.Result>
{
    /// <summary>Orders that go to the gateway side by side.</summary>
    private const int OrdersAtOnce = 8;

    /// <summary>A run must not keep other jobs waiting: the next minute's goes on.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(50);

    /// <summary>Whoever takes nothing now is not asked again and again with all that waits; other channels go on.</summary>
    private readonly HashSet<MessageChannel> away = [];

    /// <summary>Batches whose sensitive conditions nobody could ask: the next run tries again.</summary>
    private readonly HashSet<Guid> unasked = [];

    /// <summary>Whether a campaign promises a voucher that it may not, or cannot, give: its own run stops it.</summary>
    private readonly Dictionary<Guid, bool> barred = [];

    /// <summary>Whoever reads of jobs must not count those to whom something sensitive is written.</summary>
    private long told;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var until = Now + Slice;
        await InTransactionAsync(() => queue.GoOnAsync(Now, cancel), cancel);
        while (Now < until && await RoundAsync(call.RequiredBrand, cancel)) progress.Report(told, 0);
        return new Result(told);
    }

    /// <summary>One round of the first batch that has something due; false: none has.</summary>
    private async Task<bool> RoundAsync(Brand brand, CancellationToken cancel)
    {
        foreach (var batch in await OpenAsync(brand, cancel))
        {
            if (!await MayGoAsync(batch, brand, cancel) || await DispatchAsync(batch, brand, cancel) is not { } dispatch
                || await RoundAsync(dispatch, cancel) is not (> 0 and var taken)) continue;
            if (!batch.IsSensitive) told += taken;
            return true;
        }

        return false;
    }

    private async Task<List<MessageBatch>> OpenAsync(Brand brand, CancellationToken cancel)
    {
        var (now, last) = (Now, hours.MayGo(brand, Now) ? MessageLane.Marketing : MessageLane.Transactional);
        return await db.Batches.AsNoTracking()
            .Where(b => b.State == BatchState.Open && b.Lane <= last
                && db.Messages.Any(m => m.BatchId == b.Id && m.State == MessageState.Queued && m.DueAt <= now))
            .OrderBy(b => b.Lane).ThenBy(b => b.CreatedAt).ToListAsync(cancel);
    }

    /// <summary>What is too late is decided on in any case; the rest waits for whom it has to be asked of.</summary>
    private async Task<bool> MayGoAsync(MessageBatch batch, Brand brand, CancellationToken cancel)
    {
        if (batch.NotAfter < Now) return true;
        if (!writers.MayWrite(batch, brand) || unasked.Contains(batch.Id)) return false;
        if (await IsBarredAsync(batch, brand, cancel)) return false;
        if (await segments.CanAskAsync(batch, cancel)) return true;
        unasked.Add(batch.Id);
        return false;
    }

    private async Task<bool> IsBarredAsync(MessageBatch batch, Brand brand, CancellationToken cancel)
    {
        if (!batch.Purpose.StartsWith(MessageQueue.CampaignPrefix, StringComparison.Ordinal)) return false;
        if (barred.TryGetValue(batch.Id, out var known)) return known;
        var campaign = await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == batch.Id, cancel);
        return barred[batch.Id] = campaign is not null
            && (await rewarded.IsBarredAsync(campaign, cancel)
                || !await parts.CanGiveAsync(MessageCampaignTerms.Read(campaign.Terms), brand.DateOf(Now), cancel));
    }

    /// <summary>Null while no gateway can carry it, or its gateway takes nothing: its messages wait.</summary>
    private async Task<Dispatch?> DispatchAsync(MessageBatch batch, Brand brand, CancellationToken cancel)
    {
        var template = await db.Templates.AsNoTracking().SingleAsync(t => t.Id == batch.TemplateId, cancel);
        return !away.Contains(template.Channel) && gateways.Of(template.Channel) is { } gateway
            ? new Dispatch(
                batch, brand, await templates.CodedTermsOfAsync(template, cancel), await templates.MayGoAsync(template, cancel),
                gateway)
            : null;
    }

    private async Task<int> RoundAsync(Dispatch dispatch, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        var claimed = await claim.TakeDueAsync(
            dispatch.Batch.Id, Now, dispatch.Gateway.LargestOrder * OrdersAtOnce, cancel);
        var orders = await decisions.DecideAsync(dispatch, claimed, Now, cancel);
        await rows.UpdateAsync(claimed, Decisions.Columns, cancel);
        await session.CommitAsync(cancel);

        var answers = await Task.WhenAll(
            orders.Select(order => carrier.CarryAsync(dispatch.Gateway, dispatch.Terms, order, () => MayStillGo(dispatch), cancel)));
        NoteAbsence(dispatch.Gateway, [.. answers.SelectMany(a => a).Select(a => a.Answer)]);
        await InTransactionAsync(
            async () =>
            {
                foreach (var answer in answers.SelectMany(a => a)) await outcomes.RecordAsync(answer, Now, CancellationToken.None);
            },
            CancellationToken.None);
        if (!dispatch.Gateway.KeepsRecords)
            await InTransactionAsync(
                () => early.SettleAsync(
                    dispatch.Gateway.Name, [.. answers.SelectMany(a => a).Select(a => a.Answer.Reference).OfType<string>()], Now,
                    CancellationToken.None),
                CancellationToken.None);
        if (claimed.Any(m => m.Reason == MessageReason.PackageEmpty))
            await InTransactionAsync(() => queue.AwaitPackageAsync(dispatch.Batch.Id, cancel), cancel);
        return claimed.Count;
    }

    private void NoteAbsence(IMessageGateway gateway, GatewayAnswer[] answers)
    {
        if (answers.Any(a => a.Outcome == GatewayOutcome.Accepted)) absence.End(gateway.Name);
        if (!answers.Any(Carrier.TakesNothing)) return;
        absence.Begin(gateway.Name, Now);
        away.Add(gateway.Channel);
    }

    private bool MayStillGo(Dispatch dispatch) =>
        dispatch.Batch.Lane != MessageLane.Marketing || hours.MayGo(dispatch.Brand, Now);

    private async Task InTransactionAsync(Func<Task> work, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        await work();
        await session.CommitAsync(cancel);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Decided">Messages that were handed over, put off or left out; sensitive ones are not counted.</param>
    internal sealed record Result(long Decided);
}
