using CsCheck;
using Gouji.Ingest.Store;
using static Gouji.Ingest.Tests.Store.TestWorkspace;

namespace Gouji.Ingest.Tests.Store;

/// <summary>Any sequence of events, beside a model that keeps one state an address in a dictionary.</summary>
public sealed class AddressStateTests
{
    private static readonly string[] Answers = ["A", "B", "304", "404", "403", "large", "fail"];

    private enum Event
    {
        Discover,
        Claim,
        Answer,
        PutBack,
        Crash,
        NextRun,
        Wait,
    }

    [Fact]
    public Task Events_inAnyOrder_keepTheTotals()
    {
        var one = Gen.Select(Gen.Enum<Event>(), Gen.Int[0, 5], Gen.Int[0, Answers.Length - 1]);
        return one.Array[1, 40].SampleAsync(PlayAsync, iter: 60);
    }

    private static async Task PlayAsync((Event Kind, int Address, int Answer)[] events)
    {
        using var test = new TestWorkspace();
        var model = new Model();
        var run = await test.BeginAsync();
        foreach (var (kind, address, answer) in events)
        {
            var path = "f" + address;
            switch (kind)
            {
                case Event.Discover:
                    Assert.Equal(model.States.TryAdd(path, AddressState.New) ? 1 : 0, (await test.Catalog.DiscoverAsync(run, null, [Found(path)])).Added);
                    break;
                case Event.Claim:
                    foreach (var due in (await test.Catalog.NextDueAsync(run, address + 1, address + 1)).Addresses)
                    {
                        Assert.True(model.Claimed.Add(due.Address.AbsolutePath[1..]));
                    }

                    break;
                case Event.Answer when model.Claimed.Remove(path):
                    model.Answer(path, Answers[answer], (await test.RecordAsync(run, Url(path), Answers[answer])).Kind);
                    break;
                case Event.PutBack when model.Claimed.Remove(path):
                    await test.Catalog.PutBackAsync(Url(path), null, null);
                    break;
                case Event.Crash:
                    test.Reopen();
                    run = await test.Catalog.BeginRunAsync();
                    model.Claimed.Clear();
                    break;
                case Event.NextRun:
                    foreach (var withdrawn in await test.EndAsync(run))
                    {
                        model.Withdraw(withdrawn.Address.AbsolutePath[1..]);
                    }

                    run = await test.BeginAsync();
                    model.Tries.Clear();
                    model.Claimed.Clear();
                    break;
                case Event.Wait:
                    test.Clock.Now += TimeSpan.FromMinutes(answer);
                    break;
                default:
                    break;
            }

            Compare(model, test.Catalog);
        }
    }

    private static void Compare(Model model, Catalog catalog)
    {
        var status = catalog.Status();
        Assert.Equal(model.States.Count, status.Total);
        Assert.Equal(status.Total, status.Counts.Values.Sum());
        Assert.All(Enum.GetValues<AddressState>(), state => Assert.Equal(model.States.Values.Count(value => value == state), status.Of(state)));
        Assert.Equal(model.Claimed.Count, status.Claimed);
        Assert.Equal(model.Fetches, status.Fetches);
        Assert.Equal(model.Held.Values.Sum(static texts => texts.Count), status.Versions);
        Assert.Equal(model.Held.Count, status.Held);
        Assert.Equal(model.Held.Values.SelectMany(static texts => texts).Distinct().Count(), status.Objects);
        Assert.All(model.States, pair => Assert.Equal(pair.Value, catalog.Find(Url(pair.Key))!.State));
    }

    private sealed class Model
    {
        private readonly HashSet<string> _wasGone = [];

        public Dictionary<string, AddressState> States { get; } = [];

        public HashSet<string> Claimed { get; } = [];

        public Dictionary<string, int> Tries { get; } = [];

        public Dictionary<string, List<string>> Held { get; } = [];

        public int Fetches { get; private set; }

        public void Answer(string path, string answer, ChangeKind change)
        {
            Fetches++;
            var tries = Tries[path] = Tries.GetValueOrDefault(path) + 1;
            var isWithdrawn = States[path] == AddressState.Withdrawn;
            var held = Held.GetValueOrDefault(path);
            var answered = answer == "304" ? held?[^1] : answer is "A" or "B" ? answer : null;
            if (answered is not null)
            {
                var isNew = held is null || isWithdrawn || held[^1] != answered;
                Assert.Equal(!isNew ? ChangeKind.Unchanged : held is null ? ChangeKind.NewDocument : ChangeKind.NewVersion, change);
                States[path] = AddressState.Fetched;
                _wasGone.Remove(path);
                if (isNew)
                {
                    Held[path] = [.. held ?? [], answered];
                }
            }
            else if (isWithdrawn)
            {
                Assert.Equal(ChangeKind.Withdrawn, change);
            }
            else
            {
                (States[path], var expected) = answer switch
                {
                    "404" => (AddressState.Gone, ChangeKind.Gone),
                    "403" => (AddressState.Blocked, ChangeKind.Blocked),
                    "large" => (AddressState.Failed, ChangeKind.Failed),
                    _ => tries < 3 ? (AddressState.Retry, ChangeKind.Retry) : (AddressState.Failed, ChangeKind.Failed),
                };
                Assert.Equal(expected, change);
                if (answer == "404" && held is not null)
                {
                    _wasGone.Add(path);
                }
            }
        }

        /// <summary>Only what is held and gone now can be withdrawn; that it was gone in an earlier run too is told by the nights alone.</summary>
        public void Withdraw(string path)
        {
            Assert.Equal(AddressState.Gone, States[path]);
            Assert.Contains(path, _wasGone);
            States[path] = AddressState.Withdrawn;
        }
    }
}
