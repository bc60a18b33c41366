using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore.Migrations;
using RetailMember.Modules;

namespace RetailMember.Architecture.Tests.Rules;

/// <summary>A module shows one class to the world; everything else of it is internal.</summary>
public static class Visibility
{
    /// <summary>Public types beside the module's class. The tools write Razor components and migrations public.</summary>
    public static IReadOnlyList<string> Leaks(IEnumerable<Type> exported) =>
    [
        .. exported
            .Where(t => t.Name != "_Imports"
                && !typeof(IModule).IsAssignableFrom(t)
                && !typeof(IComponent).IsAssignableFrom(t)
                && !typeof(Migration).IsAssignableFrom(t))
            .Select(t => $"{t} is public"),
    ];

    public static IReadOnlyList<string> NotOneModule(IEnumerable<(string Assembly, IEnumerable<Type> Exported)> assemblies) =>
    [
        .. from assembly in assemblies
           let modules = assembly.Exported.Count(t => typeof(IModule).IsAssignableFrom(t) && !t.IsAbstract)
           where modules != 1
           select $"{assembly.Assembly} has {modules} public modules",
    ];

    public static IReadOnlyList<string> NotSealed(IEnumerable<Type> types, Type ancestor) =>
    [
        .. types.Where(t => ancestor.IsAssignableFrom(t) && !t.IsAbstract && !t.IsSealed).Select(t => $"{t} is not sealed"),
    ];
}
