using System.Net;
using MethodCenter.Infrastructure.Office.Webhooks;

namespace MethodCenter.Infrastructure.Tests.Office.Webhooks;

/// <summary>Public addresses and nothing else, unless the operator has named a network.</summary>
public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("1.1.1.1")]
    [InlineData("77.88.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("169.253.1.1")]
    [InlineData("192.169.0.1")]
    [InlineData("198.20.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2a02:6b8::feed:ff")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("64:ff9b::808:808")]
    public void Public_addresses_are_allowed(string address) => Closed.Allows(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")] // metadata of Alibaba
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.3")]
    [InlineData("168.63.129.16")] // Azure
    [InlineData("169.254.169.254")] // metadata of AWS, Google, Azure, Yandex
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")] // metadata of Oracle
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.7")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::7f00:1")] // compatible form of 127.0.0.1
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::a00:1")] // 10.0.0.1 behind a translation
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")] // 6to4 of 127.0.0.1
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")] // metadata of AWS
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Everything_else_is_not(string address) => Closed.Allows(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.2", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    public void Loopback_is_a_switch_of_its_own(string address, bool allowed) =>
        AddressPolicy.Of(allowLoopback: true, []).Allows(IPAddress.Parse(address)).ShouldBe(allowed);

    [Theory]
    [InlineData("10.20.0.1", true)]
    [InlineData("10.20.255.255", true)]
    [InlineData("10.21.0.1", false)]
    [InlineData("::ffff:10.20.0.1", true)]
    [InlineData("64:ff9b::a14:1", true)]
    [InlineData("fd12::7", true)]
    [InlineData("fd13::7", false)]
    [InlineData("127.0.0.1", false)]
    public void Networks_that_are_named_are_allowed(string address, bool allowed) =>
        AddressPolicy
            .Of(allowLoopback: false, ["10.20.0.0/16", "fd12::/32"])
            .Allows(IPAddress.Parse(address))
            .ShouldBe(allowed);

    [Theory]
    [InlineData("10.20.0.0/33")]
    [InlineData("intranet")]
    [InlineData("")]
    public void What_is_no_network_stops_the_start(string network) =>
        Should
            .Throw<InvalidOperationException>(() => AddressPolicy.Of(false, [network]))
            .Message.ShouldContain("AllowedNetworks");

    private static AddressPolicy Closed { get; } = AddressPolicy.Of(allowLoopback: false, []);
}

/// <summary>What the form of an address tells before anything is sent there.</summary>
public sealed class WebhookTargetsTests
{
    private static readonly WebhookTargets Closed = new(AddressPolicy.Of(false, []), new WebhookOptions());
    private static readonly WebhookTargets Here = new(AddressPolicy.Of(true, []), new WebhookOptions());

    [Theory]
    [InlineData("https://site.example/hooks", null)]
    [InlineData("https://site.example/hooks?token=1", null)]
    [InlineData("https://site.example:443/hooks?token=1", null)]
    [InlineData("https://site.example:8443/hooks?token=1", "webhook.url-port")]
    [InlineData("https://сайт.рф/хук", null)]
    [InlineData("https://8.8.8.8/", null)]
    [InlineData("https://[2a02:6b8::1]/", null)]
    [InlineData("", "webhook.url-malformed")]
    [InlineData("site.example/hooks", "webhook.url-malformed")]
    [InlineData("/hooks", "webhook.url-malformed")]
    [InlineData("ftp://site.example/", "webhook.url-malformed")]
    [InlineData("file:///etc/passwd", "webhook.url-malformed")]
    [InlineData("gopher://site.example/", "webhook.url-malformed")]
    [InlineData("https:///hooks", "webhook.url-malformed")]
    [InlineData("https://a b/", "webhook.url-malformed")]
    [InlineData("http://site.example/hooks", "webhook.url-not-https")]
    [InlineData("http://8.8.8.8/", "webhook.url-not-https")]
    [InlineData("https://user@site.example/", "webhook.url-with-user")]
    [InlineData("https://user:password@site.example/", "webhook.url-with-user")]
    [InlineData("https://site.example/#x", "webhook.url-with-fragment")]
    [InlineData("https://site.example/#", "webhook.url-with-fragment")]
    [InlineData("https://localhost/", "webhook.url-forbidden")]
    [InlineData("https://LOCALHOST./", "webhook.url-forbidden")]
    [InlineData("https://service.localhost/", "webhook.url-forbidden")]
    [InlineData("https://127.0.0.1/", "webhook.url-forbidden")]
    [InlineData("https://2130706433/", "webhook.url-forbidden")] // 127.0.0.1 as a number
    [InlineData("https://0x7f.0.0.1/", "webhook.url-forbidden")]
    [InlineData("https://127.1/", "webhook.url-forbidden")]
    [InlineData("https://0177.0.0.1/", "webhook.url-forbidden")]
    [InlineData("https://[::1]/", "webhook.url-forbidden")]
    [InlineData("https://[::ffff:10.0.0.1]/", "webhook.url-forbidden")]
    [InlineData("https://169.254.169.254/latest/meta-data", "webhook.url-forbidden")]
    [InlineData("https://10.0.0.5/", "webhook.url-forbidden")]
    public void Form_and_written_out_addresses(string url, string? error) => (Closed.Refuse(url)?.Code).ShouldBe(error);

    [Theory]
    [InlineData("http://127.0.0.1:5000/hooks", null)]
    [InlineData("http://localhost:5000/hooks", null)]
    [InlineData("http://[::1]:5000/", null)]
    [InlineData("https://localhost/", null)]
    [InlineData("http://site.example/", "webhook.url-not-https")]
    [InlineData("http://10.0.0.5/", "webhook.url-forbidden")]
    public void Loopback_may_do_without_TLS_where_it_is_allowed(string url, string? error) =>
        (Here.Refuse(url)?.Code).ShouldBe(error);
}
