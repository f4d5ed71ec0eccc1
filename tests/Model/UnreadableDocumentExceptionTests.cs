namespace Gouji.Model.Tests;

public sealed class UnreadableDocumentExceptionTests
{
    [Fact]
    public void Message_isTheEnglishSentence()
    {
        var inner = new InvalidOperationException();
        var failure = new UnreadableDocumentException(UnreadableReason.Damaged, new Message("文件损坏。", "The file is damaged."), inner);
        Assert.Equal((UnreadableReason.Damaged, "The file is damaged.", "文件损坏。"), (failure.Reason, failure.Message, failure.Text.Zh));
        Assert.Same(inner, failure.InnerException);
    }
}
