namespace Gouji.Ingest.Tests;

public sealed class IDocumentSourceTests
{
    [Fact]
    public void Assembly_references_theModelAndNoOtherStage()
    {
        var ours = typeof(IDocumentSource).Assembly.GetReferencedAssemblies()
            .Select(static name => name.Name!).Where(static name => name.StartsWith("Gouji.", StringComparison.Ordinal));
        Assert.Equal(["Gouji.Model"], ours);
    }
}
