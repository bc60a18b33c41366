using RetailMember.Architecture.Tests.Repository;
using RetailMember.Architecture.Tests.Rules;

namespace RetailMember.Architecture.Tests;

public sealed class ReferenceTests
{
    private const string Verticals = "modules/verticals";

    private static string[] ModuleNames =>
        [.. Project.Under("modules").Where(p => !p.IsContracts).Select(p => p.Name["RetailMember.".Length..])];

    [Fact]
    public void Modules_lean_on_the_kernel_and_on_contracts_only() =>
        References.Broken(Project.Under("modules").Concat(Project.Under("src"))).ShouldBeEmpty();

    [Fact]
    public void A_module_that_leans_on_another_module_is_found()
    {
        var planted = new Project("modules/A/RetailMember.A/RetailMember.A.csproj", new("Project",
            new System.Xml.Linq.XElement("ProjectReference", new System.Xml.Linq.XAttribute("Include", "../RetailMember.B.csproj"))));

        References.Broken([planted]).ShouldBe(["RetailMember.A references RetailMember.B"]);
    }

    [Fact]
    public void The_kernel_names_no_module()
    {
        ModuleNames.ShouldNotBeEmpty();
        References.ModulesNamed(SourceTree.Files.Where(f => f.Path.StartsWith("src/RetailMember/", StringComparison.Ordinal)),
            ModuleNames).ShouldBeEmpty();
    }

    [Fact]
    public void A_kernel_file_that_names_a_module_is_found() =>
        References.ModulesNamed([new("src/RetailMember/X.cs", "using RetailMember.Cards;")], ["Cards"]).Count.ShouldBe(1);

    [Fact]
    public void Nothing_in_the_core_names_a_vertical()
    {
        var verticals = Project.Under(Verticals).Select(p => p.Name).ToList();
        verticals.ShouldNotBeEmpty();
        var core = SourceTree.Files.Where(f => f.Path.Split('/')[0] is "src" or "modules" or "host"
            && !f.Path.StartsWith(Verticals + "/", StringComparison.Ordinal));
        References.VerticalsNamed(core, verticals).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_of_the_core_that_names_a_vertical_is_found() =>
        References.VerticalsNamed([new("host/X.csproj", "Include=\"RetailMember.Bakery.csproj\"")], ["RetailMember.Bakery"])
            .ShouldHaveSingleItem();

    [Fact]
    public void Every_vertical_is_built_with_the_host_and_runs_in_it()
    {
        House.Modules.Quarantined.ShouldBeEmpty();
        House.Modules.Running.Where(m => m.IsPlugin).Select(m => m.Assembly.GetName().Name)
            .ShouldBe(Project.Under(Verticals).Select(p => p.Name), ignoreOrder: true);
    }

    [Fact]
    public void A_contracts_assembly_references_no_implementation()
    {
        var implementations = House.Implementations.Select(a => a.GetName().Name).ToHashSet();
        var broken = from assembly in AppDomain.CurrentDomain.GetAssemblies()
                     where assembly.GetName().Name is { } name && name.StartsWith("RetailMember.", StringComparison.Ordinal)
                         && name.EndsWith(".Contracts", StringComparison.Ordinal)
                     from reference in assembly.GetReferencedAssemblies()
                     where implementations.Contains(reference.Name)
                     select $"{assembly.GetName().Name} references {reference.Name}";
        broken.ShouldBeEmpty();
    }
}
