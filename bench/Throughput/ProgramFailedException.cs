namespace Gouji.Bench.Throughput;

/// <summary>The program that is measured did not do its work.</summary>
internal sealed class ProgramFailedException : Exception
{
    public ProgramFailedException()
    {
    }

    public ProgramFailedException(string message)
        : base(message)
    {
    }

    public ProgramFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
