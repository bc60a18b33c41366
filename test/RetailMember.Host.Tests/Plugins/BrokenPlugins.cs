namespace RetailMember.Host.Tests.Plugins;

/// <summary>The faults that a plug-in may have, one each.</summary>
internal static class BrokenPlugins
{
    public static void DropAll(string plugins)
    {
        BrokenPlugin.Drop(plugins, "Sound",
            "public void MapEndpoints(ModuleEndpoints endpoints) => endpoints.BrandApi.MapGet(\"/hello\", () => \"hello\");");
        Unloadable(plugins);
        Undescribable(plugins);
        Doubled(plugins);
        Unservable(plugins);
        BrokenPlugin.Drop(plugins, "Lost",
            """
            public void MapEndpoints(ModuleEndpoints endpoints)
            {
                endpoints.ChainApi.MapGet("/early", () => "early");
                throw new InvalidOperationException("no way");
            }
            """);
        BrokenPlugin.Drop(plugins, "Knotted",
            "public void MapEndpoints(ModuleEndpoints endpoints) => endpoints.ChainApi.MapGet(\"/{a}/{a}\", () => \"\");");
        DropCrooked(plugins);
    }

    /// <summary>Its tables cannot be made, on SQLite and on PostgreSQL.</summary>
    public static void DropCrooked(string plugins) =>
        BrokenPlugin.Drop(plugins, "Crooked",
            """
            public void AddServices(IServiceCollection services, IConfiguration configuration) =>
                services.AddModuleDb<CrookedDb, CrookedSqliteDb, CrookedPostgresDb, CrookedSqlServerDb>();
            public void MapEndpoints(ModuleEndpoints endpoints) => endpoints.ChainApi.MapGet("/tables", () => "tables");
            """,
            CrookedTables);

    private static void Unloadable(string plugins)
    {
        Directory.CreateDirectory(Path.Combine(plugins, "Absent"));
        BrokenPlugin.DropRubbish(plugins, "Rubbish");
        BrokenPlugin.Drop(plugins, "Twins", more: BrokenPlugin.Module("SecondTwin", ""));
        BrokenPlugin.Drop(plugins, "Unborn", "public UnbornModule() => throw new InvalidOperationException(\"cannot be made\");");
        BrokenPlugin.DropWithoutModule(plugins, "Nobody");
        BrokenPlugin.Drop(plugins, "Nameless", "public string Name => null;");
        BrokenPlugin.Drop(plugins, "Shy", "public string Name => throw new InvalidOperationException(\"not telling\");");
        BrokenPlugin.Drop(
            plugins, "Greedy", "public IReadOnlyList<string> Needs => throw new InvalidOperationException(\"wants everything\");");
        BrokenPlugin.Drop(plugins, "Modest", "public IReadOnlyList<string> Needs => null;");
        BrokenPlugin.Drop(plugins, "Vague", "public IReadOnlyList<string> Needs => new string[] { null };");
    }

    /// <summary>What the host looks up by one name or type stands there twice.</summary>
    private static void Doubled(string plugins)
    {
        BrokenPlugin.Drop(plugins, "Membership");
        BrokenPlugin.Drop(
            plugins, "Echo", more: UseCase("Echo", "[SignedIn]")
                + """
                [SignedIn]
                internal sealed class EchoAgain : Query<EchoDo.Input, bool>
                {
                    protected override Task<bool> RunAsync(EchoDo.Input input, CallContext call, CancellationToken cancel) =>
                        Task.FromResult(false);
                }
                """);
        BrokenPlugin.Drop(
            plugins, "Namesake", more: UseCase("Namesake", "[SignedIn]") + "namespace Other { " + UseCase("Namesake", "[SignedIn]") + " }");
        Hearing("Eager", "module.On<Heard, Ear>(); module.On<Heard, Ear>();");
        Hearing("Homonym", "module.On<Heard, Ear>(); module.On<Heard, Other.Ear>();");

        void Hearing(string name, string body) => BrokenPlugin.Drop(
            plugins, name, $"public void Describe(ModuleDescription module) {{ {body} }}",
            """
            [EventName("broken.heard.v1")]
            public sealed record Heard : IEvent;
            public sealed class Ear : Subscriber<Heard>
            {
                protected override Task HandleAsync(IReadOnlyList<Delivered<Heard>> events, CancellationToken cancel) => Task.CompletedTask;
            }
            namespace Other
            {
                public sealed class Ear : Subscriber<Heard>
                {
                    protected override Task HandleAsync(IReadOnlyList<Delivered<Heard>> events, CancellationToken cancel) =>
                        Task.CompletedTask;
                }
            }
            """);
    }

    private static void Undescribable(string plugins)
    {
        Needing("Lonely", "Pharmacopoeia");
        Needing("Chicken", "Egg");
        Needing("Egg", "Chicken");
        Needing("Orphan", "Mute");
        Needing("Leaning", "Crooked");
        Describing("Mute", "throw new InvalidOperationException(\"nothing to say\");");
        Describing("Stranger", "module.Permission(\"Membership.Members.View\", Reach.Store);");
        Describing("Doubled", "module.Permission(\"Doubled.A\", Reach.Store); module.Permission(\"Doubled.A\", Reach.Brand);");
        Describing("Timeless", "module.Job<bool>(\"never\", \"whenever\", true, () => null);");
        Describing("Health", "");
        BrokenPlugin.Drop(plugins, "Lawless", more: UseCase("Lawless", "[Needs(\"Lawless.Nothing\")]"));
        BrokenPlugin.Drop(plugins, "Silent", more: UseCase("Silent", ""));

        void Needing(string name, string need) =>
            BrokenPlugin.Drop(plugins, name, $"public IReadOnlyList<string> Needs => new[] {{ \"{need}\" }};");

        void Describing(string name, string body) =>
            BrokenPlugin.Drop(plugins, name, $"public void Describe(ModuleDescription module) {{ {body} }}");
    }

    private static void Unservable(string plugins)
    {
        Adding("Poor", "throw new InvalidOperationException(\"no services today\");");
        Adding("Usurper", "services.AddSingleton<IBrandDirectory>(_ => null);");
        Adding("Restless", "services.AddHostedService<Idler>();",
            """
            public sealed class Idler : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
            }
            """);
        BrokenPlugin.Drop(plugins, "Babel", texts: ("en", "{ \"refusal.key.reused\": \"mine\" }"));

        void Adding(string name, string body, string more = "") => BrokenPlugin.Drop(
            plugins, name,
            $"public void AddServices(IServiceCollection services, IConfiguration configuration) {{ {body} }}", more);
    }

    private static string UseCase(string name, string access) =>
        $$"""
        {{access}}
        internal sealed class {{name}}Do : Query<{{name}}Do.Input, bool>
        {
            internal sealed record Input : IInput<bool>;
            protected override Task<bool> RunAsync(Input input, CallContext call, CancellationToken cancel) => Task.FromResult(true);
        }
        """;

    private const string CrookedTables =
        """
        internal abstract class CrookedDb : ModuleDb
        {
            protected CrookedDb(ModuleDbOptions options) : base("crooked", options) { }
            protected override void Describe(ModelBuilder model) { }
        }
        internal sealed class CrookedSqliteDb : CrookedDb
        {
            public CrookedSqliteDb(ModuleDbOptions options = null) : base(options ?? ModuleDbOptions.Sqlite) { }
        }
        internal sealed class CrookedPostgresDb : CrookedDb
        {
            public CrookedPostgresDb(ModuleDbOptions options = null) : base(options ?? ModuleDbOptions.Postgres) { }
        }
        internal sealed class CrookedSqlServerDb : CrookedDb
        {
            public CrookedSqlServerDb(ModuleDbOptions options = null) : base(options ?? ModuleDbOptions.SqlServer) { }
        }
        [DbContext(typeof(CrookedSqliteDb)), Migration("20250101000000_Crooked")]
        internal sealed class Crooked : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("NONSENSE");
        }
        [DbContext(typeof(CrookedPostgresDb)), Migration("20250101000000_Crooked")]
        internal sealed class CrookedOnPostgres : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("NONSENSE");
        }
        """;
}
