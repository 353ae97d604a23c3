namespace MethodCenter.Infrastructure.Tests;

public class T
{
    [Fact]
    public void X()
    {
        true.ShouldBeTrue();
    }
}
