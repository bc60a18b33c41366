using System.Collections.Frozen;
using RetailMember.Brands;
using RetailMember.Modules;

namespace RetailMember.Platform.Events;

/// <summary>Who wants which event.</summary>
internal sealed class SubscriberList
{
    private readonly FrozenDictionary<string, Subscription[]> byEvent;
    private readonly FrozenDictionary<string, Subscription> byName;
    private readonly ModuleCatalogue modules;
    private readonly IBrandDirectory brands;

    public SubscriberList(ModuleCatalogue modules, IBrandDirectory brands)
    {
        this.modules = modules;
        this.brands = brands;
        var all = modules.Modules
            .SelectMany(m => m.Description.Subscriptions.Select(s => new Subscription(m.Name, s)))
            .ToList();
        byEvent = all.GroupBy(s => s.Event.EventName).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        byName = all.ToFrozenDictionary(s => s.Name);
    }

    /// <summary>
    /// The subscribers of an event for a brand. One whose module is off there, or in quarantine, is left out: what
    /// happens while a plug-in is off is not told to it later, unless the event is told to these as well.
    /// </summary>
    public IEnumerable<Subscription> Of(string eventName, int? brandId) =>
        byEvent.TryGetValue(eventName, out var all) ? all.Where(s => s.Event.AlsoWhereOff || IsRunning(s, brandId)) : [];

    /// <summary>
    /// The subscriber that waits for this post. Null where no loaded module has it, or its module does not run or was
    /// switched off in the meantime and the event is not told to who is off: the post waits until it does.
    /// </summary>
    public Subscription? Find(Post post) =>
        byName.GetValueOrDefault(post.Subscriber) is { } found && IsRunning(found, post.BrandId == 0 ? null : post.BrandId)
            ? found
            : null;

    /// <summary>A loaded module has this subscriber, whether it runs or not.</summary>
    public bool IsKnown(string subscriber) => byName.ContainsKey(subscriber);

    private bool IsRunning(Subscription subscription, int? brandId) =>
        modules.IsRunning(subscription.Module)
        && (brandId is null || subscription.Event.AlsoWhereOff || brands.IsOn(subscription.Module, brandId.Value, null));
}

/// <summary>A subscriber of a module, under a name that survives restarts and renamed assemblies.</summary>
internal sealed record Subscription(string Module, EventSubscription Event)
{
    public string Name { get; } = $"{Module}.{Event.SubscriberType.Name}";
}
