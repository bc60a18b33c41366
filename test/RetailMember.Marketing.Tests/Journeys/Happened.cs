using Microsoft.Extensions.DependencyInjection;
using RetailMember.Events;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Happenings;
using RetailMember.Marketing.Journeys.Rules;

namespace RetailMember.Marketing.Tests.Journeys;

/// <summary>What is passed on to journeys, in the hands of a test instead of the outbox.</summary>
internal sealed class Happened : IEvents
{
    private readonly List<JourneyTold> told = [];

    /// <summary>What a subscriber passes on, journey by journey.</summary>
    public static async Task<IReadOnlyList<JourneyTold>> OfAsync(
        IServiceProvider services, JourneyTrigger trigger, IReadOnlyCollection<JourneyCause> causes,
        Func<JourneyTerms, bool>? meant = null)
    {
        var happened = new Happened();
        await ActivatorUtilities.CreateInstance<JourneyHappenings>(services, happened).TellAsync(trigger, causes, default, meant);
        return happened.told;
    }

    /// <summary>As the outbox delivers it where nothing fails.</summary>
    public static async Task TellAsync(
        IServiceProvider services, JourneyTrigger trigger, IReadOnlyCollection<JourneyCause> causes,
        Func<JourneyTerms, bool>? meant = null) =>
        await services.GetRequiredService<JourneyHappenings>()
            .DecideAsync(await OfAsync(services, trigger, causes, meant), CancellationToken.None);

    void IEvents.Add(IEvent happened) => told.Add((JourneyTold)happened);
}
