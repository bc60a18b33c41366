using RetailMember.Events;
using RetailMember.Jobs;
using RetailMember.People;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Modules;

/// <summary>What a module brings, as data: the host checks names for prefix and doubles before it starts.</summary>
public sealed class ModuleDescription(string module)
{
    private readonly List<Permission> _permissions = [];
    private readonly List<MenuItem> _menu = [];
    private readonly List<Setting> _settings = [];
    private readonly List<Job> _jobs = [];
    private readonly List<EventSubscription> _subscriptions = [];

    public string Module { get; } = module;

    public IReadOnlyList<Permission> Permissions => _permissions;

    public IReadOnlyList<MenuItem> Menu => _menu;

    public IReadOnlyList<Setting> Settings => _settings;

    public IReadOnlyList<Job> Jobs => _jobs;

    public IReadOnlyList<EventSubscription> Subscriptions => _subscriptions;

    public void Permission(string name, Reach reach)
    {
        if (!name.StartsWith(Module + ".", StringComparison.Ordinal))
            throw new InvalidOperationException($"The permission {name} of module {Module} must start with '{Module}.'.");
        _permissions.Add(new Permission(name, reach));
    }

    public void MenuItem(MenuItem item) => _menu.Add(item);

    public void Setting(string name, SettingKind kind, string defaultValue)
    {
        if (!name.StartsWith(Module + ".", StringComparison.Ordinal))
            throw new InvalidOperationException($"The setting {name} of module {Module} must start with '{Module}.'.");
        _settings.Add(new Setting(name, kind, defaultValue));
    }

    /// <summary>Puts a use case on a schedule.</summary>
    public void Job<TResult>(string name, string cron, bool perBrand, Func<IInput<TResult>> input) =>
        _jobs.Add(new Job(name, cron, perBrand, input));

    /// <summary>Subscribes a handler to an event of any module.</summary>
    public void On<TEvent, THandler>()
        where TEvent : IEvent
        where THandler : EventHandler<TEvent> =>
        _subscriptions.Add(new EventSubscription(EventNameAttribute.Of(typeof(TEvent)), typeof(TEvent), typeof(THandler)));
}

/// <summary>A handler's stable name is its module and class name.</summary>
public sealed record EventSubscription(string EventName, Type EventType, Type HandlerType);
