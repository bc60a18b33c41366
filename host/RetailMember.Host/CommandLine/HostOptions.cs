using System.CommandLine;
using RetailMember.Host.Setup;

namespace RetailMember.Host.CommandLine;

/// <summary>The options that every verb has.</summary>
internal sealed class HostOptions
{
    private readonly Option<string?> database = new("--database") { Recursive = true };
    private readonly Option<string?> plugins = new("--plugins") { Recursive = true };
    private readonly Option<string?> urls = new("--urls") { Recursive = true };
    private readonly Option<string?> environment = new("--environment") { Recursive = true };

    public void AddTo(RootCommand root, VerbWords? words = null)
    {
        foreach (var option in new[] { database, plugins, urls, environment })
        {
            option.Description = words?.Of("host", option.Name);
            root.Options.Add(option);
        }
    }

    public HostArguments Read(ParseResult given) => new()
    {
        Database = given.GetValue(database),
        Plugins = given.GetValue(plugins),
        Urls = given.GetValue(urls),
        Environment = given.GetValue(environment),
    };
}
