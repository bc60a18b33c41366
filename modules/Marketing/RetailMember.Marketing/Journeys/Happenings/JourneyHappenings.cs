using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Happenings;

/// <summary>Tells running journeys of what happened to members.</summary>
internal sealed class JourneyHappenings(
    JourneyShelf shelf, JourneyJudge judge, IBrandDirectory brands, DataSession session, TimeProvider time)
{
    /// <summary>For how many days after its own a happening is worth a message: an import of old receipts is not.</summary>
    private const int FreshDays = 1;

    public Brand Brand => brands.Find(session.Brand!.Value)!;

    /// <param name="trigger">What happened.</param>
    /// <param name="told">To whom.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="meant">Which journeys of the trigger are meant; null: all.</param>
    public Task TellAsync(
        JourneyTrigger trigger, IReadOnlyCollection<JourneyCause> told, CancellationToken cancel,
        Func<JourneyTerms, bool>? meant = null)
    {
        var call = new CallContext(Caller.House("journeys"), Channel.Job) { Brand = Brand, At = time.GetUtcNow().UtcDateTime };
        return TellAsync(trigger, told, call, cancel, meant);
    }

    /// <summary>As if it were told at the call's moment.</summary>
    public async Task TellAsync(
        JourneyTrigger trigger, IReadOnlyCollection<JourneyCause> told, CallContext call, CancellationToken cancel,
        Func<JourneyTerms, bool>? meant = null)
    {
        if (told.Count == 0) return;
        foreach (var journey in (await shelf.RunningAsync(cancel)).Where(j => j.Trigger == trigger).OrderBy(j => j.Journey.Id))
            foreach (var sameTerms in told.GroupBy(c => journey.On(c.On)))
                if (sameTerms.Key is { } terms && meant?.Invoke(terms.Terms) != false)
                    await judge.JudgeAsync(terms, [.. sameTerms], call, cancel);
    }

    /// <summary>A happening of a business day.</summary>
    public static JourneyCause Cause(Guid member, string occasion, DateOnly on, params (string Name, string Value)[] facts) =>
        new(member, occasion, on, on.AddDays(FreshDays)) { Facts = facts.ToDictionary(f => f.Name, f => f.Value) };
}
