using System.CommandLine;
using RetailMember.Host.Setup;
using RetailMember.Platform;
using RetailMember.Verbs;

namespace RetailMember.Host.CommandLine;

/// <summary><c>admin create</c> makes the first person of head office, with a random password that is told once.</summary>
internal static class AdminVerb
{
    private const string Name = "admin create";

    public static void AddTo(RootCommand root, HostSetup setup, VerbWords words)
    {
        var user = new Option<string>("--user") { Required = true, Description = words.Of(Name, "user") };
        var json = VerbRun.JsonOption(words);
        var create = new Command("create", words.Of(Name)) { user, json };
        create.SetAction((given, cancel) => new VerbRun(setup, words.Texts, given.GetValue(json)).OnDataAsync(
            async app =>
            {
                var userName = given.GetRequiredValue(user);
                var password = await app.Services.GetRequiredService<PlatformAdministration>()
                    .CreateFirstAdministratorAsync(userName, cancel);
                return new VerbAnswer(
                    new { UserName = userName, Password = password },
                    [words.Texts.Format("host.administrator", userName, password)]);
            },
            cancel));
        root.Subcommands.Add(new Command("admin", words.Of("admin")) { create });
    }
}
