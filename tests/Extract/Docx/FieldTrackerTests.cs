using Gouji.Extract.Docx;

namespace Gouji.Extract.Tests.Docx;

public sealed class FieldTrackerTests
{
    [Fact]
    public void Mark_fieldWithinTheInstructionOfAnother_itsResultIsInstructionToo()
    {
        var fields = new FieldTracker(new HashSet<int>());
        fields.Mark("begin");
        fields.Mark("begin");
        fields.Mark("separate");
        Assert.True(fields.InInstruction);
        fields.Mark("end");
        fields.Mark("separate");
        Assert.False(fields.InInstruction);
        fields.Mark("end");
        Assert.False(fields.InInstruction);
    }

    [Fact]
    public void Mark_strayEnds_changeNothing()
    {
        var fields = new FieldTracker(new HashSet<int>());
        fields.Mark("separate");
        fields.Mark("end");
        fields.Mark(null);

        Assert.False(fields.InInstruction);
    }

    [Fact]
    public void Mark_endWithinACell_doesNotEndTheFieldAroundTheTable()
    {
        var fields = new FieldTracker(new HashSet<int>());
        fields.Mark("begin");
        var outer = fields.Enter();
        fields.Mark("end");
        fields.Leave(outer);

        Assert.True(fields.InInstruction);
        fields.Mark("end");
        Assert.False(fields.InInstruction);
    }

    [Fact]
    public void Leave_fieldThatDoesNotEnd_isNamedAndEnds()
    {
        var fields = new FieldTracker(new HashSet<int>());
        fields.Mark("begin");
        fields.Mark("end");
        var outer = fields.Enter();
        fields.Mark("begin");
        fields.Leave(outer);

        Assert.False(fields.InInstruction);
        Assert.Equal([2], fields.Unfinished);
    }

    [Fact]
    public void Mark_ignoredField_isNotThere()
    {
        var fields = new FieldTracker(new HashSet<int> { 1 });
        fields.Mark("begin");

        Assert.False(fields.InInstruction);
    }
}
