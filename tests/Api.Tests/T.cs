namespace MethodCenter.Api.Tests;

public class T
{
    [Fact]
    public void X()
    {
        true.ShouldBeTrue();
    }
}
