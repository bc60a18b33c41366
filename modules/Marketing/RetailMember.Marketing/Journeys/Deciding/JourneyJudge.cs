using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>
/// Decides for members and their occasions whether a journey writes to them, once for each occasion, and notes what was
/// decided. What was queued once is never queued again; what was not is looked at anew when it is told again.
/// </summary>
internal sealed class JourneyJudge(
    MarketingDb db, IRows rows, TemplateShelf templates, JourneyCases cases, JourneyGates gates, JourneyValues values,
    JourneyVouchers vouchers, JourneyLetters letters, JourneyWaits waits)
{
    /// <summary>
    /// How many were queued. While its segment cannot be asked, what happened is put off as long as it makes sense to write; of a
    /// day of the calendar nothing is decided then, and null says that it is to be walked again later.
    /// </summary>
    public async Task<int?> JudgeAsync(
        JourneyInForce journey, IReadOnlyCollection<JourneyCause> causes, CallContext call, CancellationToken cancel)
    {
        if (causes.Count == 0 || !await IsRunningAsync(journey, cancel)) return 0;
        var today = call.RequiredBrand.DateOf(call.At);
        var open = await cases.OpenAsync(journey, causes, cancel);
        var template = await ApprovedAsync(journey.Terms.Template, cancel);
        var decisions = await gates.StopAsync(journey, open.Fresh, template, today, call, cancel);
        var unasked = open.Fresh.Where(c => decisions.GetValueOrDefault(c.Id)?.Outcome == JourneyOutcome.Waiting).ToList();
        if (unasked.Count > 0 && journey.Terms.Trigger.IsDated()) return null;
        await waits.PutOffAsync(journey, unasked, call, cancel);
        await WaitAsync(journey, open.Fresh, decisions, call, cancel);
        var due = open.Fresh.Where(c => !decisions.ContainsKey(c.Id)).ToList();
        if (template is not null && due.Count > 0)
            await WriteAsync(journey, template, due, decisions, today, call, cancel);
        await KeepAsync([.. decisions.Values], open.Known, cancel);
        return decisions.Values.Count(d => d.Outcome == JourneyOutcome.Queued);
    }

    /// <summary>Nobody else decides on this journey until the transaction ends.</summary>
    private async Task<bool> IsRunningAsync(JourneyInForce journey, CancellationToken cancel) =>
        await rows.LockAsync<Journey, Guid>(j => j.Id, [journey.Id], cancel) is [{ State: JourneyState.Running }];

    /// <summary>Null where the words or their signature are not approved now.</summary>
    private async Task<MessageTemplate?> ApprovedAsync(string code, CancellationToken cancel)
    {
        var approved = await db.Templates.AsNoTracking().Where(t => t.Code == code && t.State == TemplateState.Approved)
            .OrderByDescending(t => t.Revision).FirstOrDefaultAsync(cancel);
        return approved is not null && await templates.MayGoAsync(approved, cancel) ? approved : null;
    }

    /// <summary>Who passed all gates for the first time waits for as long as the journey says.</summary>
    private async Task WaitAsync(
        JourneyInForce journey, IReadOnlyList<JourneyCase> cases, Dictionary<Guid, JourneyDecision> decisions, CallContext call,
        CancellationToken cancel)
    {
        var patient = cases.Where(c => c.IsToWait(journey.Terms) && !decisions.ContainsKey(c.Id)).ToList();
        await waits.BeginAsync(journey, patient, call, cancel);
        foreach (var one in patient) decisions[one.Id] = gates.Decide(journey, one, JourneyOutcome.Waiting, call);
    }

    private async Task WriteAsync(
        JourneyInForce journey, MessageTemplate template, IReadOnlyList<JourneyCase> due,
        Dictionary<Guid, JourneyDecision> decisions, DateOnly today, CallContext call, CancellationToken cancel)
    {
        var words = TemplateShelf.TermsOf(template);
        var said = await values.GatherAsync(due, words, today, call.At, cancel);
        foreach (var silent in due.Where(c => !said.ContainsKey(c.Id)))
            decisions[silent.Id] = gates.Decide(journey, silent, JourneyOutcome.NothingToTell, call);
        List<JourneyCase> told = [.. due.Where(c => said.ContainsKey(c.Id))];
        var given = await vouchers.GiveAsync(
            journey, told, new VoucherOccasion(call.At, today, call.Caller.Name), cancel);
        var say = await vouchers.WordsAsync(journey, words.Variables.Select(v => v.Name).ToHashSet(), today, cancel);
        var outgoing = new List<JourneyLetter>(told.Count);
        for (var i = 0; i < told.Count; i++)
        {
            var (one, outcome) = (told[i], given.Count > 0 ? given[i] : null);
            if (outcome?.Refusal is { } no)
            {
                decisions[one.Id] = gates.Decide(journey, one, JourneyOutcome.VoucherRefused, call, no);
                continue;
            }

            if (outcome?.Voucher is { } voucher) say(said[one.Id], voucher);
            outgoing.Add(new JourneyLetter(one, said[one.Id], outcome?.Voucher?.Id));
        }

        foreach (var decision in await letters.QueueAsync(journey, template, outgoing, today, call, cancel))
            decisions[decision.Id] = decision;
    }

    private async Task KeepAsync(IReadOnlyList<JourneyDecision> decided, IReadOnlySet<Guid> known, CancellationToken cancel)
    {
        await rows.InsertMissingAsync([.. decided.Where(d => !known.Contains(d.Id))], cancel);
        await rows.UpdateAsync([.. decided.Where(d => known.Contains(d.Id))], JourneyDecision.Changing, cancel);
    }
}
