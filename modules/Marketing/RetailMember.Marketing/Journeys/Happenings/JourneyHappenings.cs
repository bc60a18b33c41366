using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Happenings;

/// <summary>
/// Tells running journeys of what happened to members. Each journey is told on its own: one that fails is tried again alone,
/// and keeps no other from the same happening.
/// </summary>
internal sealed class JourneyHappenings(
    JourneyShelf shelf, JourneyJudge judge, IEvents events, IBrandDirectory brands, DataSession session, TimeProvider time)
{
    /// <summary>For how many days after its own a happening is worth a message: an import of old receipts is not.</summary>
    private const int FreshDays = 1;

    public Brand Brand => brands.Find(session.Brand!.Value)!;

    /// <summary>Passes it on to each of them; see <see cref="DecideAsync"/>.</summary>
    /// <param name="trigger">What happened.</param>
    /// <param name="told">To whom.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="meant">Which journeys of the trigger are meant; null: all.</param>
    public async Task TellAsync(
        JourneyTrigger trigger, IReadOnlyCollection<JourneyCause> told, CancellationToken cancel,
        Func<JourneyTerms, bool>? meant = null)
    {
        if (told.Count == 0) return;
        foreach (var journey in (await shelf.RunningAsync(cancel)).Where(j => j.Trigger == trigger))
            foreach (var cause in told)
                if (journey.On(cause.On) is { } terms && meant?.Invoke(terms.Terms) != false)
                    events.Add(new JourneyTold(journey.Journey.Id, cause));
    }

    /// <summary>What was passed on, each journey for itself; those that have ended since are left alone.</summary>
    public async Task DecideAsync(IReadOnlyCollection<JourneyTold> told, CancellationToken cancel)
    {
        var call = new CallContext(Caller.House("journeys"), Channel.Job) { Brand = Brand, At = time.GetUtcNow().UtcDateTime };
        var running = (await shelf.RunningAsync(cancel)).ToDictionary(j => j.Journey.Id);
        foreach (var own in told.GroupBy(t => t.Journey).OrderBy(t => t.Key))
            if (running.TryGetValue(own.Key, out var journey))
                await JudgeAsync(journey, [.. own.Select(t => t.Cause)], call, cancel);
    }

    /// <summary>Has all of them decide at the call's moment.</summary>
    public async Task DecideAsync(
        JourneyTrigger trigger, IReadOnlyCollection<JourneyCause> told, CallContext call, CancellationToken cancel)
    {
        foreach (var journey in (await shelf.RunningAsync(cancel)).Where(j => j.Trigger == trigger).OrderBy(j => j.Journey.Id))
            await JudgeAsync(journey, told, call, cancel);
    }

    private async Task JudgeAsync(
        RunningJourney journey, IReadOnlyCollection<JourneyCause> told, CallContext call, CancellationToken cancel)
    {
        foreach (var sameTerms in told.GroupBy(c => journey.On(c.On)))
            if (sameTerms.Key is { } terms)
                await judge.JudgeAsync(terms, [.. sameTerms], call, cancel);
    }

    /// <summary>A happening of a business day.</summary>
    public static JourneyCause Cause(Guid member, string occasion, DateOnly on, params (string Name, string Value)[] facts) =>
        new(member, occasion, on, on.AddDays(FreshDays)) { Facts = facts.ToDictionary(f => f.Name, f => f.Value) };
}
