using RetailMember.Events;
using RetailMember.Jobs;
using RetailMember.People;
using RetailMember.Settings;
using RetailMember.UseCases;
using RetailMember.Verbs;

namespace RetailMember.Modules;

/// <summary>What a module brings, as data: the host checks names for prefix and doubles before it starts.</summary>
public sealed class ModuleDescription(string module)
{
    private readonly List<Permission> permissions = [];
    private readonly List<MenuItem> menu = [];
    private readonly List<Setting> settings = [];
    private readonly List<Job> jobs = [];
    private readonly List<EventSubscription> subscriptions = [];
    private readonly List<Verb> verbs = [];

    public string Module { get; } = module;

    public IReadOnlyList<Permission> Permissions => permissions;

    public IReadOnlyList<MenuItem> Menu => menu;

    public IReadOnlyList<Setting> Settings => settings;

    public IReadOnlyList<Job> Jobs => jobs;

    public IReadOnlyList<EventSubscription> Subscriptions => subscriptions;

    public IReadOnlyList<Verb> Verbs => verbs;

    /// <param name="defaultRoles">Roles that get the permission when it is first seen; see <see cref="DefaultRole"/>.
    /// Without being named, head office has every permission, and the operations director gets each that does not need
    /// the chain: nobody could appoint people to do what he may not do himself.</param>
    public void Permission(string name, Reach reach, params string[] defaultRoles)
    {
        if (!name.StartsWith(Module + ".", StringComparison.Ordinal))
            throw new InvalidOperationException($"The permission {name} of module {Module} must start with '{Module}.'.");
        permissions.Add(new Permission(name, reach) { DefaultRoles = defaultRoles });
    }

    public void MenuItem(MenuItem item) => menu.Add(item);

    public void Setting(string name, SettingKind kind, string defaultValue)
    {
        if (!name.StartsWith(Module + ".", StringComparison.Ordinal))
            throw new InvalidOperationException($"The setting {name} of module {Module} must start with '{Module}.'.");
        settings.Add(new Setting(name, kind, defaultValue));
    }

    /// <summary>Puts a use case on a schedule.</summary>
    public void Job<TResult>(string name, string cron, bool perBrand, Func<IInput<TResult>> input) =>
        jobs.Add(new Job(name, cron, perBrand, input));

    /// <summary>Adds a verb to the host's command line.</summary>
    public void Verb(Verb verb) => verbs.Add(verb);

    /// <summary>Subscribes a subscriber to an event of any module.</summary>
    public void On<TEvent, TSubscriber>()
        where TEvent : IEvent
        where TSubscriber : Subscriber<TEvent> =>
        subscriptions.Add(new EventSubscription(EventNameAttribute.Of(typeof(TEvent)), typeof(TEvent), typeof(TSubscriber)));
}

/// <summary>A subscriber's stable name is its module and class name.</summary>
public sealed record EventSubscription(string EventName, Type EventType, Type SubscriberType);
