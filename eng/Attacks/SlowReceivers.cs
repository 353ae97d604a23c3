using System.Diagnostics;
using System.Globalization;

namespace MethodCenter.Attacks;

/// <summary>A centre subscribes fifty receivers that never answer: does the webhook of its neighbour wait for them?</summary>
internal sealed class SlowReceivers : Attack
{
    private const int Receivers = 50;
    private const int Changes = 5;
    private static readonly string[] Types = ["organisations"];
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    public override string Point => "A8";

    public override string Title => "slow receivers against a neighbour";

    public override async Task<Verdict> RunAsync(Scene scene)
    {
        using var neighbours = scene.Another();
        await scene.CentreAsync();
        await neighbours.CentreAsync();
        var hostile = await scene.HostileAsync("centreAdministrator");
        await using var receivers = new Receivers();
        for (var number = 0; number < Receivers; number++)
        {
            await SubscribeAsync(hostile, receivers.Slow(number));
        }

        await SubscribeAsync(neighbours.Admin, receivers.Quick);
        for (var number = 0; number < Changes; number++)
        {
            await scene.OrganisationAsync($"slow-{number}");
        }

        await receivers.UntilHeldAsync(Most);
        var clock = Stopwatch.StartNew();
        for (var number = 0; number < Changes; number++)
        {
            await neighbours.OrganisationAsync($"quick-{number}");
        }

        var arrived = await receivers.UntilArrivedAsync(Changes, Most);
        var told = string.Create(
            CultureInfo.InvariantCulture,
            $"{arrived} of {Changes} messages of the neighbour in {clock.Elapsed.TotalSeconds:F1} s, {receivers.Held} slow ones on their way"
        );
        return receivers.Held > 0
            ? new Verdict(arrived == Changes, told)
            : throw new InvalidOperationException("No slow receiver was reached: the attack was none.");
    }

    private static async Task SubscribeAsync(Client client, string url)
    {
        var made = await client.PostAsync(
            "/webhooks",
            new
            {
                name = "Сайт",
                url,
                types = Types,
            }
        );
        if (made.Status != 201)
        {
            throw new InvalidOperationException(
                $"Receivers of this machine must be allowed (Webhooks__AllowLoopback=true): {made.Text}"
            );
        }
    }
}
