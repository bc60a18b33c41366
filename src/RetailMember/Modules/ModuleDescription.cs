using Quartz;
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
    private readonly List<MemberLink> memberLinks = [];
    private readonly List<MemberTab> memberTabs = [];
    private readonly List<Setting> settings = [];
    private readonly List<Job> jobs = [];
    private readonly List<EventSubscription> subscriptions = [];
    private readonly List<Verb> verbs = [];

    public string Module { get; } = module;

    public IReadOnlyList<Permission> Permissions => permissions;

    public IReadOnlyList<MenuItem> Menu => menu;

    public IReadOnlyList<MemberLink> MemberLinks => memberLinks;

    public IReadOnlyList<MemberTab> MemberTabs => memberTabs;

    public IReadOnlyList<Setting> Settings => settings;

    public IReadOnlyList<Job> Jobs => jobs;

    public IReadOnlyList<EventSubscription> Subscriptions => subscriptions;

    public IReadOnlyList<Verb> Verbs => verbs;

    /// <param name="defaultRoles">Roles that get the permission when it is first seen; see <see cref="DefaultRole"/>.
    /// Without being named, head office has every permission, and the operations director gets each that does not need
    /// the chain: nobody could appoint people to do what he may not do himself.</param>
    public void Permission(string name, Reach reach, params string[] defaultRoles) =>
        Add(permissions, p => p.Name, new Permission(Own(name), reach) { DefaultRoles = defaultRoles });

    /// <summary>A permission that only those roles get; see <see cref="People.Permission.Apart"/>.</summary>
    public void PermissionApart(string name, Reach reach, params string[] defaultRoles) =>
        Add(permissions, p => p.Name, new Permission(Own(name), reach) { DefaultRoles = defaultRoles, Apart = true });

    public void MenuItem(MenuItem item) => menu.Add(item);

    /// <summary>A page about a member, reached from his file by staff who have the permission.</summary>
    public void MemberTab(MemberTab tab) => memberTabs.Add(tab);

    /// <summary>A place of the pages that members see on their phones.</summary>
    public void MemberLink(MemberLink link) => memberLinks.Add(link);

    public void Setting(string name, SettingKind kind, string defaultValue) =>
        Add(new Setting(Own(name), kind, defaultValue));

    /// <summary>A whole number from the least to the most.</summary>
    public void NumberSetting(string name, string defaultValue, long least, long most) =>
        Add(new Setting(Own(name), SettingKind.WholeNumber, defaultValue) { Least = least, Most = most });

    /// <summary>One of a few words.</summary>
    public void ChoiceSetting(string name, string defaultValue, IReadOnlyList<string> choices) =>
        Add(new Setting(Own(name), SettingKind.Choice, defaultValue) { Choices = choices });

    /// <summary>Puts a use case on a schedule, and where it is asked for to the moment when the module is switched on.</summary>
    public void Job<TResult>(string name, string cron, bool perBrand, Func<IInput<TResult>> input, bool whenSwitchedOn = false)
    {
        if (!CronExpression.TryParse(cron, out _))
            throw new InvalidOperationException($"The schedule '{cron}' of the job {name} is no Quartz cron.");
        Add(jobs, j => j.Name, new Job(name, cron, perBrand, input) { WhenSwitchedOn = whenSwitchedOn });
    }

    /// <summary>Adds a verb to the host's command line.</summary>
    public void Verb(Verb verb) => Add(verbs, v => v.Name, verb);

    /// <summary>Subscribes a subscriber to an event of any module. What it is called says what waits for it: one class a name.</summary>
    public void On<TEvent, TSubscriber>()
        where TEvent : IEvent
        where TSubscriber : Subscriber<TEvent> =>
        Add(
            subscriptions, s => s.SubscriberType.Name,
            new EventSubscription(EventNameAttribute.Of(typeof(TEvent)), typeof(TEvent), typeof(TSubscriber)));

    private string Own(string name) => name.StartsWith(Module + ".", StringComparison.Ordinal)
        ? name
        : throw new InvalidOperationException($"{name} of module {Module} must start with '{Module}.'.");

    private void Add(Setting setting)
    {
        if (setting.FaultOf(setting.Name, setting.Default) is { } fault)
            throw new InvalidOperationException($"{setting.Name} does not take its own default: {fault.Code}.");
        Add(settings, s => s.Name, setting);
    }

    private static void Add<T>(List<T> described, Func<T, string> nameOf, T added)
    {
        if (described.Exists(d => nameOf(d) == nameOf(added)))
            throw new InvalidOperationException($"{nameOf(added)} is described twice.");
        described.Add(added);
    }
}

/// <summary>A subscriber's stable name is its module and class name.</summary>
public sealed record EventSubscription(string EventName, Type EventType, Type SubscriberType)
{
    /// <summary>It is told to the subscriber also where its module is off; see <see cref="EventNameAttribute.AlsoWhereOff"/>.</summary>
    public bool AlsoWhereOff { get; } = EventNameAttribute.On(EventType).AlsoWhereOff;
}
