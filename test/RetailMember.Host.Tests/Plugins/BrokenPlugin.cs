using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using System.Text;

namespace RetailMember.Host.Tests.Plugins;

/// <summary>Compiles a plug-in with a fault into a folder, as a careless author would drop it.</summary>
internal static class BrokenPlugin
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Migrations;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using RetailMember.Brands;
        using RetailMember.Data;
        using RetailMember.Demonstrations;
        using RetailMember.Events;
        using RetailMember.Membership;
        using RetailMember.Modules;
        using RetailMember.People;
        using RetailMember.Redemption;
        using RetailMember.UseCases;

        """;

    /// <param name="body">Members of the module class beside its name, replacing the empty ones of the same name.</param>
    /// <param name="more">Further types.</param>
    public static void Drop(string plugins, string name, string body = "", string more = "", params (string, string)[] texts) =>
        Compile(plugins, name, Module(name, body) + more, texts);

    public static void DropWithoutModule(string plugins, string name) => Compile(plugins, name, $"public class {name} {{ }}");

    private static void Compile(string plugins, string name, string types, params (string, string)[] texts)
    {
        var folder = Directory.CreateDirectory(Path.Combine(plugins, name)).FullName;
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(SourceText.From(Usings + types, Encoding.UTF8))],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var resources = texts.Select(t => new ResourceDescription(
            $"{name}.Texts.{t.Item1}.json", () => new MemoryStream(Encoding.UTF8.GetBytes(t.Item2)), isPublic: true));
        var result = compilation.Emit(Path.Combine(folder, name + ".dll"), manifestResources: resources);
        if (!result.Success) throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>A file that is there and is no assembly.</summary>
    public static void DropRubbish(string plugins, string name) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(plugins, name)).FullName, name + ".dll"), "rubbish");

    public static string Module(string name, string body)
    {
        string[] empty =
        [
            $"public string Name => \"{name}\";",
            "public void Describe(ModuleDescription module) { }",
            "public void AddServices(IServiceCollection services, IConfiguration configuration) { }",
            "public void MapEndpoints(ModuleEndpoints endpoints) { }",
        ];
        var members = empty.Where(e => !body.Contains(e[..e.IndexOfAny(['(', '='])], StringComparison.Ordinal));
        return $"public sealed class {name}Module : IModule {{ {body} {string.Concat(members)} }}\n";
    }

    // Read once: every assembly of the host.
    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))]);
}
