using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Queue;

/// <summary>
/// Where campaigns and journeys put their messages. Open a batch under a key of your own (a campaign's id), add its members
/// as often and in as many transactions as you like, and the hand-over does the rest: it asks for consent, opt-out, quiet
/// hours and limits at the moment of sending, and each member gets at most one message of a batch.
/// <code>
/// await queue.OpenAsync(new NewBatch(campaign.Id, MessageQueue.CampaignPrefix + campaign.Code, template), call, cancel);
/// var fresh = await queue.AddAsync(campaign.Id, [.. members.Select(m => new NewMessage(m))], call, cancel);
/// await queue.HoldAsync(campaign.Id, cancel);      // pause: instant, whatever is queued
/// await queue.ReleaseAsync(campaign.Id, cancel);
/// await queue.StopAsync(campaign.Id, call.At, cancel); // never to be sent
/// var counts = await queue.CountAsync(campaign.Id, cancel);
/// </code>
/// </summary>
/// <remarks>
/// Every method works in the caller's running transaction and for the session's brand. A journey that may write to a member
/// again opens a batch for each day. Other modules' rows may be put into <c>marketing_message</c> by SQL as well, with
/// state <see cref="MessageState.Queued"/> and the batch's purpose, lane and template.
/// </remarks>
internal sealed class MessageQueue(MarketingDb db, IRows rows)
{
    /// <summary>What the purpose of a campaign's batch begins with.</summary>
    public const string CampaignPrefix = "campaign:";

    /// <summary>The refusal of a campaign in words that are not commercial.</summary>
    public const string CampaignsAreCommercial = "marketing.campaign-commercial-only";

    /// <summary>
    /// Opens the batch, held where it says so; harmless when repeated. Words that were approved once will do, as long as
    /// they are not withdrawn. Refuses <c>marketing.template-not-approved</c>, <c>marketing.codes-not-queued</c>, and words
    /// that are not commercial where they have to be.
    /// </summary>
    public async Task<MessageBatch> OpenAsync(NewBatch asked, CallContext call, CancellationToken cancel)
    {
        var template = await db.Templates.AsNoTracking().SingleAsync(t => t.Id == asked.TemplateId, cancel);
        if (template.State is not (TemplateState.Approved or TemplateState.Replaced))
            throw new Refusal("marketing.template-not-approved", RefusalKind.Conflict, ("template", template.Code));
        if (template.Kind == TemplateKind.Code)
            throw new Refusal("marketing.codes-not-queued", RefusalKind.Conflict, ("template", template.Code));
        if (asked.NeedsCommercialWords is { } refusal) RequireCommercial(template.Kind, template.Code, refusal);
        var batch = new MessageBatch
        {
            Id = asked.Id,
            BrandId = call.RequiredBrand.Id,
            Purpose = asked.Purpose,
            Lane = LaneOf(template.Kind),
            TemplateId = template.Id,
            State = asked.Held ? BatchState.Held : BatchState.Open,
            NotAfter = asked.NotAfter,
            MostFen = asked.MostFen,
            MeantSegmentId = asked.Meant?.Segment,
            MeantSegmentNumber = asked.Meant?.Number,
            IsProfiling = asked.IsProfiling,
            IsSensitive = asked.IsSensitive || asked.Meant is not null,
            CreatedAt = call.At,
        };
        await rows.InsertMissingAsync([batch], cancel);
        return batch;
    }

    /// <summary>Queues a message for each of these members who has none of the batch yet; says how many that were.</summary>
    public async Task<int> AddAsync(
        Guid batchId, IReadOnlyCollection<NewMessage> added, CallContext call, CancellationToken cancel)
    {
        var batch = await db.Batches.AsNoTracking().SingleAsync(b => b.Id == batchId, cancel);
        if (batch.State == BatchState.Closed) await TurnAsync(batchId, BatchState.Open, cancel, BatchState.Closed);
        return await rows.InsertMissingAsync([.. added.Select(one => new Message
        {
            BrandId = batch.BrandId,
            BatchId = batch.Id,
            MemberId = one.Member,
            Purpose = batch.Purpose,
            Lane = batch.Lane,
            TemplateId = batch.TemplateId,
            Values = one.Values is { Count: > 0 } values ? JsonSerializer.Serialize(values, Json.Options) : null,
            DueAt = one.DueAt ?? call.At,
            CreatedAt = call.At,
        })], cancel);
    }

    /// <summary>What waits in the batch, and what is added later, goes in these words, whatever words it was opened in.</summary>
    public async Task RewordAsync(Guid batchId, Guid templateId, CancellationToken cancel)
    {
        if (await db.Batches.Where(b => b.Id == batchId && b.TemplateId != templateId)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.TemplateId, templateId), cancel) == 0) return;
        await db.Messages.Where(m => m.BatchId == batchId && m.State == MessageState.Queued)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.TemplateId, templateId), cancel);
    }

    /// <summary>Nothing more of the batch is handed over until it is released.</summary>
    public Task HoldAsync(Guid batchId, CancellationToken cancel) =>
        TurnAsync(batchId, BatchState.Held, cancel, BatchState.Open, BatchState.Unpaid);

    public Task ReleaseAsync(Guid batchId, CancellationToken cancel) =>
        TurnAsync(batchId, BatchState.Open, cancel, BatchState.Held);

    /// <summary>Nothing more of the batch is handed over until the brand has a package again.</summary>
    public Task AwaitPackageAsync(Guid batchId, CancellationToken cancel) =>
        TurnAsync(batchId, BatchState.Unpaid, cancel, BatchState.Open);

    /// <summary>Lets those go on that waited for a package, now that one holds something, and those whose time is over.</summary>
    public Task GoOnAsync(DateTime now, CancellationToken cancel) =>
        db.Batches.Where(b => b.State == BatchState.Unpaid
                && (b.NotAfter < now || db.Packages.Any(p => p.Used < p.Bought + p.Free)))
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BatchState.Open), cancel);

    /// <summary>Whether something can still become of one of its messages.</summary>
    public Task<bool> IsBusyAsync(Guid batchId, CancellationToken cancel) =>
        db.Messages.Where(Message.IsOpen).AnyAsync(m => m.BatchId == batchId, cancel);

    /// <summary>Nothing more becomes of it. What is added later opens it again.</summary>
    public Task CloseAsync(Guid batchId, CancellationToken cancel) =>
        TurnAsync(batchId, BatchState.Closed, cancel, BatchState.Open, BatchState.Unpaid);

    /// <summary>What was not handed over never will be; says how many those are.</summary>
    public async Task<int> StopAsync(Guid batchId, DateTime now, CancellationToken cancel)
    {
        await db.Batches.Where(b => b.Id == batchId)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BatchState.Stopped), cancel);
        return await db.Messages.Where(m => m.BatchId == batchId && m.State == MessageState.Queued)
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, MessageState.Skipped).SetProperty(m => m.Reason, MessageReason.Stopped)
                    .SetProperty(m => m.DoneAt, now),
                cancel);
    }

    /// <summary>How many messages of a batch there are by state and reason, with the parts that a provider bills.</summary>
    public async Task<IReadOnlyList<BatchCount>> CountAsync(Guid batchId, CancellationToken cancel) =>
        await db.Messages.Where(m => m.BatchId == batchId)
            .GroupBy(m => new { m.State, m.Reason })
            .Select(g => new BatchCount(g.Key.State, g.Key.Reason, g.LongCount(), g.Sum(m => (long)m.Parts)))
            .ToListAsync(cancel);

    /// <summary>Refuses words that would pass by consent, opt-out, quiet hours and limits.</summary>
    public static void RequireCommercial(TemplateKind kind, string template, string refusal)
    {
        if (kind != TemplateKind.Marketing) throw new Refusal(refusal, RefusalKind.Conflict, ("template", template));
    }

    public static MessageLane LaneOf(TemplateKind kind) => kind switch
    {
        TemplateKind.Code => MessageLane.Code,
        TemplateKind.Notice => MessageLane.Transactional,
        _ => MessageLane.Marketing,
    };

    private Task<int> TurnAsync(Guid batchId, BatchState to, CancellationToken cancel, params BatchState[] from) =>
        db.Batches.Where(b => b.Id == batchId && EF.Parameter(from).Contains(b.State))
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.State, to), cancel);
}

/// <param name="Id">The key of what it belongs to.</param>
/// <param name="Purpose">What it is, such as <c>campaign:spring</c>; at most 96 characters.</param>
/// <param name="TemplateId">An approved revision; it says lane and channel.</param>
internal sealed record NewBatch(Guid Id, string Purpose, Guid TemplateId)
{
    /// <summary>UTC; what could not be sent by then is not sent.</summary>
    public DateTime? NotAfter { get; init; }

    /// <summary>Fen that its messages may cost; null: no bound.</summary>
    public long? MostFen { get; init; }

    /// <summary>Whose sensitive conditions are asked once more at the hand-over; null: it has none.</summary>
    public SegmentEdition? Meant { get; init; }

    /// <summary>Its members are chosen by conclusions from what they buy: objections are asked for at the hand-over.</summary>
    public bool IsProfiling { get; init; }

    /// <summary>That somebody gets one of it tells something sensitive of him, whoever he is chosen by.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The refusal of words that are not commercial, as each campaign has; null: notices will do.</summary>
    public string? NeedsCommercialWords { get; init; } =
        Purpose.StartsWith(MessageQueue.CampaignPrefix, StringComparison.Ordinal) ? MessageQueue.CampaignsAreCommercial : null;

    /// <summary>Nothing is handed over before it is released.</summary>
    public bool Held { get; init; }
}

/// <param name="Member">His key.</param>
/// <param name="Values">For the template's variables whose value is given; at most 1000 characters as JSON.</param>
/// <param name="DueAt">UTC; null: now.</param>
internal sealed record NewMessage(Guid Member, IReadOnlyDictionary<string, string>? Values = null, DateTime? DueAt = null);

/// <param name="BilledParts">As the provider bills them.</param>
internal sealed record BatchCount(
    MessageState State, MessageReason? Reason, long MessageCount, long BilledParts);
