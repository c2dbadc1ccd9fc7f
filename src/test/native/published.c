/* A program that does nothing. What it says of itself is in the resource that is linked to it. */
int main(void)
{
    return 0;
}
